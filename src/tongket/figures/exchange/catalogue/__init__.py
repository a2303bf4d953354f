"""The catalogue's files read into values, each value checked, each refusal a sentence in two languages."""

from tongket.figures.exchange.catalogue.reader import PRODUCT_CATALOGUE, Catalogue, read_catalogue
from tongket.figures.exchange.catalogue.refusals import CatalogueError

__all__ = ["PRODUCT_CATALOGUE", "Catalogue", "CatalogueError", "read_catalogue"]
