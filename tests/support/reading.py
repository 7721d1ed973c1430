"""Children that read, for all tests of a process: to start one takes as long as some readings. They are ended with the tests."""

from __future__ import annotations

from verifier.child import Reader

READER = Reader()
