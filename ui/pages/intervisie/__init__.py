"""Intervisie: from case to paper, in charge of every line."""

from ui.pages.intervisie.page import IntervisiePage

__all__ = ["IntervisiePage"]
