"""Parts that pages are built from."""
