# Short names for what the tools do; set up once with ./run test.
python := .venv/bin/python

.PHONY: check fix golden gallery i18n coverage bench screenshots widths

check:        ## the whole check, as ./run test
	./run test

fix:          ## format, and mend what the linter can
	$(python) -m ruff check --fix
	$(python) -m ruff format

golden:       ## write the reference files anew; look at their diff before you commit
	VPDESK_GOLDEN=renew QT_QPA_PLATFORM=offscreen $(python) -m pytest

gallery:      ## a paper of each type and each rare thing, as PDF and pictures: look at every page
	$(python) -m tools.gallery

i18n:         ## bring the catalogues up to the sources
	$(python) -m tools.catalogue update

coverage:     ## all tests traced; content from 90 of a hundred lines and branches on
	QT_QPA_PLATFORM=offscreen $(python) -m pytest -n auto --cov --cov-report=term

bench:        ## the ratios, measured in one run
	$(python) -m pip install -q --disable-pip-version-check -c constraints.txt -e ".[dev,bench]"
	$(python) -m bench
	$(python) -m bench.numbers
	rm -rf build/three-years
	$(python) -m bench.three_years build/three-years
	$(python) -m bench.lists build/three-years

screenshots:  ## the pictures of the README
	$(python) -m tools.screenshots

widths:       ## the table of letter widths, read from the font files
	$(python) -m vpdesk.layout.fonts
