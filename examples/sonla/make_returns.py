"""Write the invented returns of the example as workbooks, or check them: see README.md."""

from synthetic.command import main

if __name__ == "__main__":
    main()
