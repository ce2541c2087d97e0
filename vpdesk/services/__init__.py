"""What an office does, one function an act. No Qt."""
