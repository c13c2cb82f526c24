"""The limit of a paper: a page of as many cells by the bare PDF library."""

import io
import json
import statistics
import sys
import time


def measure(fonts: str) -> list[float]:
    """Milliseconds of the first page with all imports, and the median of the next twenty; ``fonts``: their folder."""
    began = time.perf_counter()
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - its import is measured
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - as above
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - as above
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415 - as above

    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, f"{fonts}/{name}.ttf"))
    style = ParagraphStyle("cell", fontName="NotoSans-Regular", fontSize=9)

    def page() -> None:
        cells = [
            [Paragraph(f"Колодки тормозные {r}.{c}", style) for c in range(6)] for r in range(16)
        ]
        head = Paragraph("Счёт № 1", style)
        SimpleDocTemplate(io.BytesIO(), invariant=1).build([head, Table(cells)])

    page()
    first = time.perf_counter() - began
    spans = []
    for _ in range(20):
        at = time.perf_counter()
        page()
        spans.append(time.perf_counter() - at)
    return [first * 1000, statistics.median(spans) * 1000]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(*sys.argv[1:])) + "\n")
