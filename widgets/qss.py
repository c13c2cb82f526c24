"""The style sheet of plain Qt controls, written from the tokens: radius, padding and borders only."""

from string import Template

from widgets.tokens import colours, tokens

_SHEET = Template(
    """
QWidget { color: $text_primary; }
QMainWindow, QWidget[surface="window"] { background: $surface_window; }
QWidget[surface="page"] { background: $surface_page; }
QWidget[surface="sunken"] { background: $surface_sunken; }
QWidget[surface="raised"] { background: $surface_raised; }
QFrame[line="hairline"] { background: $line_hairline; border: none; }
QFrame[line="divider"] { background: $line_divider; border: none; }
QLabel { background: transparent; }
QLabel[role="caption"] { color: $text_muted; font-size: ${s11}px; font-weight: 500; }
QLabel[role="small"] { color: $text_secondary; font-size: ${s12}px; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="hint"] { color: $text_muted; font-size: ${s12}px; }
QLabel[role="secondary"] { color: $text_secondary; }
QLabel[role="medium"] { font-weight: 500; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="lead"] { font-size: ${s15}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${s18}px; font-weight: 600; }
QLabel[role="figure"] { font-size: ${s22}px; font-weight: 600; }
QLabel[role="code"] { font-size: ${s13}px; }
QLabel[role="link"] { color: $text_link; }
QLabel[tone="bad"] { color: $status_bad_fg; }
QLabel[tone="wait"] { color: $status_wait_fg; }
QLabel[tone="good"] { color: $status_good_fg; }
QLabel[tone="work"] { color: $status_work_fg; }
QLabel[tone="muted"] { color: $text_muted; }
QLabel:disabled { color: $text_disabled; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
  background: $surface_edit; color: $text_primary; border: 1px solid $line_control;
  border-radius: ${radius_control}px; padding: 0 ${p8}px;
  selection-background-color: $accent_base; selection-color: $text_on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${field}px; max-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: ${p4}px ${p4}px; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover, QTextEdit:hover {
  border-color: $line_control_hover;
}
QLineEdit[state="bad"], QComboBox[state="bad"], QPlainTextEdit[state="bad"] { border-color: $status_bad_mark; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $focus_ring; padding: 0 ${p7}px;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { min-height: ${field2}px; max-height: ${field2}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${p3}px ${p3}px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
  background: $surface_sunken; border-color: $line_divider; color: $text_disabled;
}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $surface_sunken; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
  border: none; background: transparent; padding: 0; border-radius: 0;
}
QComboBox::drop-down { border: none; width: ${p28}px; }
QComboBox::down-arrow { image: url("$chevron"); width: ${p16}px; height: ${p16}px; }
QComboBox QAbstractItemView {
  background: $surface_raised; border: 1px solid $line_divider; border-radius: ${radius_popup}px;
  padding: ${p4}px; outline: none; selection-background-color: $surface_selected;
  selection-color: $text_primary;
}
QComboBox QAbstractItemView::item { min-height: ${menu_row}px; padding: 0 ${p8}px; }

QTabBar { background: transparent; border: none; }
QTabBar::tab {
  background: transparent; color: $text_secondary; border: none; border-bottom: 2px solid transparent;
  padding: 0 0 0 0; margin-right: ${p20}px; height: ${tab_inner}px;
}
QTabBar::tab:selected { color: $text_primary; border-bottom: 2px solid $accent_bar; font-weight: 600; }
QTabBar::tab:hover { color: $text_primary; }

QMenu {
  background: $surface_raised; border: 1px solid $line_divider; border-radius: ${radius_popup}px; padding: ${p4}px;
}
QMenu::item {
  min-height: ${menu_row}px; padding: 0 ${p24}px 0 ${p8}px; border-radius: ${radius_control}px;
}
QMenu::item:selected { background: $surface_selected; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $line_hairline; margin: ${p4}px ${p8}px; }
QMenu::icon { padding-left: ${p8}px; }
QToolTip {
  background: $surface_tooltip; color: $text_on_tooltip; border: 1px solid $surface_tooltip;
  padding: ${p4}px ${p8}px; font-size: ${s12}px;
}

QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; border: none; }
QScrollBar::handle { background: $line_divider; border-radius: ${p3}px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover { background: $line_control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; }

QTableView, QTreeView, QListView {
  background: $surface_page; border: none; outline: none; selection-background-color: $surface_selected;
  selection-color: $text_primary;
}
QHeaderView { background: $surface_page; border: none; }
QHeaderView::section {
  background: $surface_page; color: $text_muted; border: none; border-bottom: 1px solid $line_hairline;
  padding: 0 ${p8}px; font-size: ${s11}px; font-weight: 500;
}
QSplitter::handle { background: $line_hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QCheckBox, QRadioButton { spacing: ${p8}px; padding-right: ${p4}px; background: transparent; }
QCheckBox::indicator, QListView::indicator, QRadioButton::indicator { width: ${p14}px; height: ${p14}px; }
QListView[surface="raised"] { background: $surface_raised; }
QCheckBox::indicator, QListView::indicator {
  border: 1px solid $line_control; border-radius: ${p4}px; background: $surface_edit;
}
QRadioButton::indicator {
  border: 1px solid $line_control; border-radius: ${round}px; background: $surface_edit;
}
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $line_control_hover; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent_base; border-color: $accent_base; image: url("$check");
}
QRadioButton::indicator:checked {
  background: $accent_base; border-color: $accent_base; image: url("$dot");
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: $surface_sunken; border-color: $line_divider;
}
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
"""
)


def style_sheet(mode: str, scale: float, *, touch: bool) -> str:
    """The sheet of a theme at a scale (1 = design pixels)."""
    from widgets.glyphs import glyph  # noqa: PLC0415 - draws with QtGui, which needs the application

    names = colours(mode)
    heights = tokens()["height"]["touch" if touch else "normal"]

    def px(size: float) -> str:
        return str(round(size * scale) or 1)

    places = {name.replace(".", "_"): colour for name, colour in names.items()}
    places |= {f"s{size}": px(size) for size in (11, 12, 13, 15, 18, 22)}
    places |= {f"p{size}": px(size) for size in (3, 4, 7, 8, 12, 14, 16, 20, 24, 28, 32)}
    places |= {
        "field": str(round(heights["control"] * scale) - 2),
        "field2": str(round(heights["control"] * scale) - 4),
        "menu_row": px(heights["menu_row"]),
        "tab_inner": str(round(heights["tab"] * scale) - 2),
        "round": str((round(14 * scale) + 2) // 2),
        "radius_control": px(tokens()["radius"]["control"]),
        "radius_popup": px(tokens()["radius"]["popup"]),
        "chevron": glyph("chevron-down", names["text.muted"]),
        "check": glyph("check", names["text.on_accent"]),
        "dot": glyph("dot", names["text.on_accent"]),
    }
    return _SHEET.substitute(places)
