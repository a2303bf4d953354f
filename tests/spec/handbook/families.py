"""The families of methods and their pages, in the order in which they are read."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from tests.spec.handbook.page import Page

from tongket.figures.terms.words import Text

PAGES = Path(__file__).parents[1] / "pages"

FAMILIES = {
    "totals": Text("Tổng hợp và so sánh", "Totals and comparisons"),
    "index_numbers": Text("Chỉ số", "Index numbers"),
    "estimation": Text("Ước lượng từ điều tra", "Survey estimation"),
    "editing": Text("Kiểm tra và hiệu đính", "Editing"),
    "imputation": Text("Gán số liệu thiếu", "Imputation"),
    "time_series": Text("Chuỗi thời gian và ước cả năm", "Time series and the year estimate"),
    "targets": Text("Chỉ tiêu kế hoạch", "Targets"),
    "structure": Text("Cơ cấu ngành", "Industry structure"),
    "disclosure": Text("Bảo mật số liệu", "Disclosure control"),
    "crosswalk": Text("Địa bàn qua thời gian", "Areas through time"),
    "revisions": Text("Lần công bố và chất lượng", "Vintages and quality"),
}

ORDER = {
    "totals": "facts_to_cells total ratio distinct_count comparisons",
    "index_numbers": """
        jevons dutot carli laspeyres paasche fisher tornqvist generalised_mean geometric_contributions
        cell_relatives aggregation weights_carried_down production_index contributions_fixed_base
        growth_of_an_index yearly_links chain_annual chain_one_month chain_over_the_year december_links
        monthly_chain contributions chain_of_relatives re_reference splice weights_updated
        new_and_closed_products classification_bridge late_returns bridged_product shadow_values
    """,
    "estimation": """
        expansion ratio_estimator non_response strata domains matched_growth winsorised deflation
        largest_remainder
    """,
    "editing": """
        e01_number_grammar e02_sum_of_parts e03_year_to_date e04_ratio_recomputes e05_transposed_digits
        e06_not_decreasing e07_duplicate_block e08_headers e09_growth_base e10_index_identity e11_restated
        ratio_edits hidiroglou_berthelot selective_editing error_localisation
    """,
    "imputation": """
        ladder deductive administrative ratio_to_previous same_month_growth class_mean hot_deck carry_forward
        range_of_a_total range_of_a_ratio range_of_an_index
    """,
    "time_series": """
        denton cholette_dagum enhanced_extrapolation chow_lin fernandez litterman raking raking_two_ways
        year_a_seasonal_share year_b_growth year_c_run_rate year_d_model year_e_indicator first_revisions
        back_test tet_dates tet_regressors working_days seasonal_adjustment
    """,
    "targets": "attainment like_with_like pace required_rest verdict chance chance_scores",
    "structure": "shift_share location_quotient",
    "disclosure": """
        holdings threshold dominance p_percent prior_posterior secondary_suppression attacker linked_tables
        insiders_and_unions index_cells merging
    """,
    "crosswalk": """
        following_links flows unknown_shares ratios indices targets zones both_maps apportion
    """,
    "revisions": "as_of revision_triangle revision_statistics quality_indicators",
}


@cache
def pages() -> dict[tuple[str, str], Page]:
    """Every page by family and name; a page that is listed and not there, or there and not listed, fails."""
    listed = [(family, name) for family in FAMILIES for name in ORDER[family].split()]
    there = {(file.parent.name, file.stem) for file in PAGES.glob("*/[a-z]*.py")}
    if there != set(listed):
        raise LookupError(f"Pages and their order differ: {sorted(there.symmetric_difference(listed))}.")
    return {place: import_module(f"tests.spec.pages.{place[0]}.{place[1]}").PAGE for place in listed}
