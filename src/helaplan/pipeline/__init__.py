"""What helaplan does, as functions of bytes and values."""
