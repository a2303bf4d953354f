"""`python -m bench [SIZE]`: measure everything, or with a size the national index alone at that size."""

import sys

from bench import national

USUAL = 10_000_000
FITS = 20_000_000  # above this Tongket is measured against itself; the others would need more memory


def main() -> None:
    given = [int(float(size)) for size in sys.argv[1:]]
    for rows in given or [USUAL]:
        if rows > FITS:
            national.bench_largest(rows, USUAL)
        else:
            national.bench(rows)


if __name__ == "__main__":
    main()
