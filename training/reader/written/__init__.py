"""Sentences written for the project: a grammar of conflict news whose names carry their kinds. No syntax."""

from .grammar import sentences
