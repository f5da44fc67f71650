.PHONY: demo test full format

demo test full:
	python3 dev.py $@

format:
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
