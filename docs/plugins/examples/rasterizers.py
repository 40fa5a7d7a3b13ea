"""Makes PNG of SVG for writers that cannot draw. This one knows white squares only."""

import struct
import zlib

from helaplan import Rasterizer, hookimpl


def rasterise(svg: str, *, width: int) -> bytes:
    """A white square as wide as wanted; a real plugin hands the SVG to a library that it imports here."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, width, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * width) * width
    data = zlib.compress(rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@hookimpl
def helaplan_rasterizers() -> list[Rasterizer]:
    """Writers find it as `context.rasterise`."""
    return [Rasterizer(name="vit", rasterise=rasterise)]
