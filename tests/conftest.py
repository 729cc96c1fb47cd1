"""What every test may use: the 30-digit reference rows, and one way to compare with them."""

import json
from pathlib import Path

import numpy as np
import pytest

REFERENCE = Path(__file__).parent / "reference"


def rows(name):
    """The rows of reference/<name>.json: dicts of decimal strings (or plain values)."""
    return json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))["rows"]


def close(value, expected, rel=1e-12, abs=0.0):
    """True where |value − expected| <= max(rel |expected|, abs); strings are read as floats."""
    expected = np.asarray(expected, dtype=float)
    return bool(np.all(np.abs(value - expected) <= np.maximum(rel * np.abs(expected), abs)))


@pytest.fixture
def rng():
    """Random numbers that are the same in every run."""
    return np.random.default_rng(1957)
