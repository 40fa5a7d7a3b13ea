"""The plan file: from bytes to a plan, and back."""
