"""The tree of the examples: class X of weight 300 with products a and b, class Y of weight 700 with product c."""

from tests.spec.handbook.page import Text, beside

from tongket.figures.methods.index_numbers.tree import Tree

TREE = Tree.of({"": None, "X": "", "Y": "", "a": "X", "b": "X", "c": "Y"})
WEIGHTS = beside(
    """
    node | parent | weight
    X    | whole  | 300
    Y    | whole  | 700
    a    | X      | 60
    b    | X      | 40
    c    | Y      | 100
    """,
    caption=Text(
        "Cây ngành và quyền số (chỉ so giữa các nút cùng cấp)",
        "Tree and weights (compared between siblings only)",
    ),
)
NODES = ("whole", "X", "Y", "a", "b", "c")


def own(given):
    """Weights by place in the tree, the whole first."""
    return [1.0, *(float(weight) for weight in given["weight"])]
