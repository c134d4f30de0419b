"""The window: Qt lives here, SQL does not."""
