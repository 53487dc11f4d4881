"""Trains the reader: one small model that tags, parses, names and finds roles. See ../README.md."""
