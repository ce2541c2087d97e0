"""Every sentence of the program, in both languages. No Qt."""
