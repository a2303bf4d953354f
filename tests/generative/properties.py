"""The properties a statistical system has to have whatever comes, each with the generated tests that hold it.

The list is complete on purpose: a property without a test fails, and so does a test of a property not listed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Property:
    """What holds, and the tests by file: `index_numbers` is `test_index_numbers.py`."""

    holds: str
    tests: dict[str, tuple[str, ...]]


PROPERTIES = {
    1: Property(
        "all quantities equal: every index is 100; another unit of measure changes nothing",
        {
            "index": (
                "test_1_equal_quantities_give_100_everywhere",
                "test_1_another_unit_of_measure_changes_nothing",
            ),
            "index_numbers": (
                "test_1_equal_volumes_are_100_everywhere",
                "test_1_another_unit_of_measure_changes_nothing",
                "test_1_jevons_carli_and_bilateral_do_not_know_the_unit",
            ),
        },
    ),
    2: Property(
        "scaling all weights changes nothing",
        {
            "index": ("test_2_scaling_all_weights_changes_nothing",),
            "index_numbers": ("test_2_scaling_all_weights_changes_nothing",),
        },
    ),
    3: Property(
        "the aggregate of one child is the child",
        {
            "index": ("test_3_the_mean_of_one_child_is_the_child",),
            "index_numbers": ("test_3_the_mean_of_one_child_is_the_child",),
        },
    ),
    4: Property(
        "levels one after the other equal one step with weights carried down",
        {
            "index": ("test_4_many_levels_are_one_step_with_weights_carried_down",),
            "index_numbers": (
                "test_4_many_levels_are_one_step_with_weights_carried_down",
                "test_4_filling_changes_no_mean_above_it",
            ),
        },
    ),
    5: Property(
        "a chain of constant relatives multiplies; rebasing twice is once; splicing keeps growth",
        {
            "index_numbers": (
                "test_5_a_chain_over_constant_relatives_multiplies",
                "test_5_rebasing_twice_is_rebasing_once_and_keeps_growth",
                "test_5_splicing_then_rebasing_keeps_the_growth_of_both",
            ),
        },
    ),
    6: Property(
        "contributions sum to the growth on every base of comparison",
        {
            "index": (
                "test_6_contributions_add_across_links_whichever_the_overlap",
                "test_6_contributions_add_to_the_growth_on_every_base",
            ),
            "index_numbers": (
                "test_6_contributions_add_to_the_growth_on_every_base",
                "test_6_month_contributions_of_a_chain_with_gaps",
            ),
        },
    ),
    7: Property(
        "the mean of twelve annual-overlap months is the chained annual index",
        {
            "index_numbers": (
                "test_7_the_mean_of_annual_overlap_months_is_the_chained_annual_index",
                "test_7_the_annual_index_of_full_volumes_is_laspeyres_year_by_year",
            ),
        },
    ),
    8: Property(
        "Fisher reverses in time; Laspeyres, Fisher, Paasche in that order when buyers turn away",
        {
            "index_numbers": (
                "test_8_fisher_and_tornqvist_reverse_in_time_and_fisher_makes_the_value",
                "test_8_laspeyres_is_not_below_fisher_nor_fisher_below_paasche_when_buyers_turn_away",
            ),
        },
    ),
    9: Property(
        "Denton meets its benchmarks, leaves a consistent series alone, and does not know the scale",
        {
            "time_series": (
                "test_9_the_benchmarks_are_met",
                "test_9_the_benchmarks_are_met_with_zeros_which_stay",
                "test_9_a_series_that_agrees_already_is_left_alone",
                "test_9_the_scale_of_the_indicator_does_not_matter",
                "test_9_denton_is_the_smoothest_adjustment",
            ),
        },
    ),
    10: Property(
        "Cholette tends to Denton as rho goes to 1, and is pro rata at rho 0 and lambda one half",
        {
            "time_series": (
                "test_10_cholette_meets_its_benchmarks_for_any_rho",
                "test_10_rho_to_one_tends_to_denton",
                "test_10_rho_0_and_lambda_one_half_is_pro_rata",
                "test_10_fixed_quarters_do_not_move",
            ),
        },
    ),
    11: Property(
        "the year to date of twelve months is the year; a quarter of a flow its months, of a stock the last",
        {
            "periods": (
                "test_11_a_year_to_date_of_twelve_months_is_the_year",
                "test_11_a_quarter_of_a_flow_is_the_sum_of_its_months_and_of_a_stock_its_last",
                "test_11_quarters_make_the_year_and_a_missing_month_leaves_both_missing",
            ),
            "time_series": ("test_11_years_of_a_disaggregated_flow_are_the_years_given",),
        },
    ),
    12: Property(
        "raking reproduces its margins, and zero stays zero",
        {
            "time_series": (
                "test_12_raking_reaches_its_total_and_zero_stays_zero",
                "test_12_both_margins_of_a_full_table_are_reached",
                "test_12_margins_that_a_table_with_these_zeros_has_are_reached_and_zeros_stay",
                "test_12_fitting_keeps_the_cross_products",
            ),
        },
    ),
    13: Property(
        "imputation never changes an observed value",
        {
            "imputation": ("test_13_an_observed_value_is_never_changed",),
            "index_numbers": ("test_13_filling_never_changes_what_was_observed",),
        },
    ),
    14: Property(
        "the attacker never gets inside; one more suppression narrows nothing; month then year leaks nothing",
        {
            "disclosure": (
                "test_14_the_attacker_never_gets_inside_a_protection_level",
                "test_14_withholding_one_more_cell_never_narrows_an_interval",
                "test_14_the_inside_first_and_the_totals_later_leaks_nothing",
            ),
        },
    ),
    15: Property(
        "conversion between maps keeps totals; merging alone is exact and invertible by zone",
        {
            "crosswalk": (
                "test_15_totals_are_kept_to_the_last_unit",
                "test_15_counts_stay_whole",
                "test_15_merging_alone_is_exact_and_invertible_by_zone",
            ),
        },
    ),
    16: Property(
        "a later vintage never alters an earlier as-of answer",
        {
            "revisions": ("test_16_a_later_vintage_alters_no_earlier_answer",),
            "time_series": ("test_16_a_later_release_changes_nothing_before_it",),
        },
    ),
    17: Property(
        "the chance is monotone in target and in what is done, and 0 or 1 at month 12",
        {
            "time_series": (
                "test_17_the_chance_is_monotone_in_the_target_and_in_what_is_done",
                "test_17_at_month_12_it_is_0_or_1",
            ),
        },
    ),
    18: Property(
        "a well-formed number read is the number written",
        {
            "imputation": ("test_18_a_number_read_is_the_number_written",),
        },
    ),
}
