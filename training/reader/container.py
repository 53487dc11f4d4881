"""The model file: magic, version, header (JSON), blobs. docs/model-format.md has it in words."""

import hashlib
import json
import struct

MAGIC, VERSION, ALIGN = b"SITREPM1", 1, 64


def pack(header, blobs):
    """The bytes of a model file. header: a dict without "blobs"; blobs: {name: bytes}."""
    size = 0
    while True:  # the header's length moves the offsets, which are in the header
        table, at = {}, _aligned(16 + size)
        for name, blob in blobs.items():
            table[name] = {"offset": at, "size": len(blob), "sha256": hashlib.sha256(blob).hexdigest()}
            at = _aligned(at + len(blob))
        text = json.dumps(header | {"blobs": table}, ensure_ascii=False, sort_keys=True).encode()
        if len(text) == size:
            break
        size = len(text)
    out = bytearray(MAGIC + struct.pack("<II", VERSION, len(text)) + text)
    for name, blob in blobs.items():
        out += b"\0" * (table[name]["offset"] - len(out)) + blob
    return bytes(out)


def unpack(data):
    """(header, {name: bytes}); a ValueError where it is no model file of this version, or damaged."""
    if data[:8] != MAGIC:
        raise ValueError("not a model file")
    version, length = struct.unpack("<II", data[8:16])
    if version != VERSION:
        raise ValueError(f"model format {version}; this program reads {VERSION}")
    header = json.loads(data[16 : 16 + length])
    blobs = {}
    for name, entry in header["blobs"].items():
        blob = data[entry["offset"] : entry["offset"] + entry["size"]]
        if hashlib.sha256(blob).hexdigest() != entry["sha256"]:
            raise ValueError(f"blob {name} is damaged")
        blobs[name] = blob
    return header, blobs


def _aligned(n):
    return (n + ALIGN - 1) // ALIGN * ALIGN
