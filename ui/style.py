"""The one stylesheet, made from a template with the names of tokens and scaled sizes."""

import re
from collections.abc import Callable

from ui.svg import as_file

_TEMPLATE = """
QToolTip { background: @text@; color: @bg@; border: 1px solid @control@; padding: 4px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; border: none; }
QWidget[ground="bg"] { background: @bg@; }
QWidget[ground="surface"] { background: @surface@; }
QWidget[ground="nav"] { background: @nav@; }
QLabel { background: transparent; }
QLabel[ink="text"] { color: @text@; }
QLabel[ink="text2"] { color: @text2@; }
QLabel[ink="text3"] { color: @text3@; }
QLabel[ink="accent"] { color: @accent@; }
QLabel[ink="on_soft"] { color: @on_soft@; }
QLabel[ink="err"] { color: @err@; }
QLabel[ink="warn"] { color: @warn@; }

QPushButton { min-height: <38>px; padding: 0 <17>px; border-radius: 8px; border: 1px solid @control@;
              background: @surface@; color: @text@; }
QPushButton:hover { border-color: @text2@; }
QPushButton:pressed { background: @soft@; }
QPushButton[kind="primary"] { background: @accent@; color: @on_accent@; border-color: @accent@; }
QPushButton[kind="primary"]:hover { background: @accent_h@; border-color: @accent_h@; }
QPushButton[kind="primary"]:pressed { background: @accent_p@; border-color: @accent_p@; }
QPushButton[kind="text"] { background: transparent; border-color: transparent; color: @accent@; padding: 0 <8>px; }
QPushButton[kind="text"]:hover { color: @accent_h@; }
QPushButton[kind="plain"] { background: transparent; border-color: transparent; padding: 0 <8>px; color: @text2@; }
QPushButton[kind="plain"]:hover { border-color: @control@; }
QPushButton[kind="plain"]:disabled { border-color: transparent; }
QPushButton[kind="link"] { background: transparent; border: none; color: @accent@; padding: 0; min-height: 0; }
QPushButton[kind="quiet"] { background: transparent; border: none; padding: 0; min-height: <22>px; text-align: left;
              color: @text2@; }
QPushButton[kind="count"] { background: transparent; border: none; padding: 0; min-height: <30>px; color: @text3@; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="count"]:hover { color: @accent@; text-decoration: underline; }
QPushButton[kind="row"] { background: transparent; border: none; border-radius: 0; text-align: left; padding: 0;
              min-height: <48>px; color: @text@; }
QPushButton[kind="chip"] { border-radius: <r34>px; min-height: <34>px; padding: 0 <15>px; color: @text2@;
              background: @surface@; }
QPushButton[kind="chip"]:checked { background: @soft@; color: @on_soft@; border-color: @accent@; }
QPushButton[kind="icon"] { background: transparent; border: none; padding: 0; min-width: <40>px; min-height: <40>px; }
QPushButton[kind="icon"]:hover { background: @soft@; }
QToolButton[kind="eye"] { background: transparent; border: none; border-radius: 6px; padding: 0; }
QToolButton[kind="eye"]:hover { background: @soft@; }
QPushButton[tall="true"] { min-height: <42>px; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled { background: transparent; border-color: @line@;
              color: @text3@; }
QPushButton[kind="text"]:disabled, QPushButton[kind="link"]:disabled { border-color: transparent; color: @text3@; }

QLineEdit, QDateEdit, QComboBox, QSpinBox { min-height: <38>px; padding: 0 <13>px; border: 1px solid @control@;
              border-radius: 8px; background: @surface@; color: @text@; selection-background-color: @accent@;
              selection-color: @on_accent@; }
QLineEdit { lineedit-password-character: 8226; }
QLineEdit[tall="true"] { min-height: <42>px; }
QLineEdit:focus, QDateEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @accent@; padding: 0 <12>px;
              min-height: <38-2>px; }
QLineEdit[state="error"], QDateEdit[state="error"] { border: 2px solid @err_line@; padding: 0 <12>px;
              min-height: <38-2>px; }
QLineEdit[tall="true"]:focus, QLineEdit[tall="true"][state="error"] { min-height: <42-2>px; }
QLineEdit:disabled, QDateEdit:disabled, QComboBox:disabled { background: transparent; border-color: @line@;
              color: @text3@; }
QLineEdit[kind="bare"] { border: none; border-bottom: 1px solid @control@; border-radius: 0; padding: 0;
              background: transparent; }
QLineEdit[kind="bare"]:focus { border-bottom: 2px solid @accent@; padding: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: <36>px; subcontrol-position: center right; }
QComboBox QAbstractItemView { background: @surface@; border: 1px solid @control@; selection-background-color: @soft@;
              selection-color: @on_soft@; outline: none; padding: 4px; }
QComboBox::down-arrow { image: url("@icon:chevron-down@"); width: <18>px; height: <18>px; }
QDateEdit::down-arrow { image: url("@icon:calendar@"); width: <18>px; height: <18>px; }
QMenu { background: @surface@; border: 1px solid @control@; padding: 6px; }
QMenu::item { padding: <8>px <16>px; border-radius: 6px; color: @text@; }
QMenu::item:selected { background: @soft@; color: @on_soft@; }

QFrame[kind="card"] { background: @surface@; border: 1px solid @line@; border-radius: 12px; }
QFrame[kind="lock"] { background: @surface@; border: 1px solid @line@; border-radius: 16px; }
QFrame[kind="choice"] { background: @surface@; border: 1px solid @line@; border-radius: 12px; }
QLabel[kind="tag"] { background: @soft@; color: @on_soft@; border-radius: 12px; padding: 0 8px; min-height: 24px; }
QFrame[kind="choice"][chosen="true"] { border: 2px solid @accent@; }
QFrame[kind="panel"] { background: @bg@; border: none; border-radius: 10px; }
QFrame[kind="popover"] { background: @surface@; border: 1px solid @control@; border-radius: 12px; }
QFrame[kind="warn"] { background: @warn_soft@; border: none; border-radius: 10px; }
QFrame[kind="err"] { background: @err_soft@; border: none; border-radius: 10px; }
QFrame[kind="rule"] { background: @line@; border: none; min-height: 1px; max-height: 1px; }

QCheckBox, QRadioButton { spacing: <12>px; color: @text@; background: transparent; min-height: <30>px; }
QCheckBox::indicator { width: <18>px; height: <18>px; border: 1px solid @control@; border-radius: 5px;
              background: @surface@; }
QCheckBox::indicator:hover { border-color: @text2@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url("@icon:check:on_accent@"); }
QCheckBox::indicator:indeterminate { background: @soft@; border-color: @accent@; image: url("@icon:minus:accent@"); }
QCheckBox::indicator:disabled { border-color: @line@; }
QRadioButton::indicator { width: <18>px; height: <18>px; border: 1px solid @control@; border-radius: <r18>px;
              background: @surface@; }
QRadioButton::indicator:checked { border: 1px solid @accent@;
              background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
              stop:0 @accent@, stop:0.52 @accent@, stop:0.56 @surface@, stop:1 @surface@); }

QTextEdit, QPlainTextEdit { border: none; background: transparent; color: @text@; selection-background-color: @accent@;
              selection-color: @on_accent@; padding: 0; }
QTextEdit[kind="field"], QPlainTextEdit[kind="field"] { border: 1px solid @control@; border-radius: 8px;
              background: @surface@; padding: <8>px <12>px; }
QTextEdit[kind="field"]:focus, QPlainTextEdit[kind="field"]:focus { border: 2px solid @accent@; padding: <7>px <11>px; }
QListView { background: transparent; border: none; outline: none; }
QFrame[kind="notice"] { background: @text@; border: none; border-radius: 8px; }
QFrame[kind="notice"] QLabel { color: @bg@; }
QFrame[kind="aside"] { background: @surface@; border: none; border-left: 1px solid @control@; }
QFrame[kind="bar"] { background: @nav@; border: none; border-bottom: 1px solid @line@; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 2px; }
QScrollBar::handle:vertical { background: @control@; border-radius: 4px; min-height: 40px; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 2px; }
QScrollBar::handle:horizontal { background: @control@; border-radius: 4px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def stylesheet(colour: Callable[[str], str], px: Callable[[float], int]) -> str:
    """The stylesheet. ``@token@`` becomes a colour, ``<n>`` a size that follows the text.

    ``<n-2>`` is two pixels less: a thicker edge must not make a field higher.
    ``<rn>`` rounds a thing of that height with a hairline edge; a larger radius than half would not round at all.
    """

    def icon(match: re.Match[str]) -> str:
        name, token = match[1], match[2] or "text2"
        return as_file(name, colour(token))

    sheet = re.sub(r"@icon:([a-z0-9-]+?)(?::([a-z_]+))?@", icon, _TEMPLATE)
    sheet = re.sub(r"@([a-z_0-9]+)@", lambda match: colour(match[1]), sheet)
    sheet = re.sub(r"<r(\d+)>", lambda match: str(px(int(match[1])) // 2 + 1), sheet)
    sheet = re.sub(r"<(\d+)-(\d+)>", lambda match: str(px(int(match[1])) - int(match[2])), sheet)
    return re.sub(r"<(\d+)>", lambda match: str(px(int(match[1]))), sheet)
