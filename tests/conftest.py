"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The same commit gets the same answer every time. `HYPOTHESIS_PROFILE=search` looks further, for people with time.
settings.register_profile("steady", derandomize=True, deadline=None)  # a busy machine is no fault
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
