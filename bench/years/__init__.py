"""Of what an invented office of three years is made: people, calendar, what arrived and went out, case files."""
