"""What a journal is, keeps and can print. No Qt in here, ever."""

__version__ = "0.1.0"
