"""What leaves a journal: a PDF, Markdown or JSON, made from a frozen snapshot."""
