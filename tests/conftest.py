"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The same commit gets the same answer every time. `HYPOTHESIS_PROFILE=search` looks further, for people with time.
settings.register_profile("steady", derandomize=True)
settings.register_profile("search", max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
