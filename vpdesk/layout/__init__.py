"""Typesetting: a dispatch becomes pages of placed glyph runs. Knows no output format."""
