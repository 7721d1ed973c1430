"""Resolve marks and notes of any HTML or text: linked, structural, unlinked."""
