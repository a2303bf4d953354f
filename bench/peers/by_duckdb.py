"""Hand-written SQL: the practical limit of a self-join."""

import sys
from pathlib import Path

import duckdb

SQL = """
create temp table r as
  select area, enterprise, product, quantity as q,
         cast(left(period, 4) as int) * 12 + cast(right(period, 2) as int) - 1 as t
  from '{data}/returns.parquet' where quantity is not null;
create temp table cell as
  with rel as (
    select n.area, n.product, n.t, sum(n.q) / sum(b.q) as r
    from r n join r b on b.enterprise = n.enterprise and b.product = n.product and b.t = n.t - 1
    group by all
    union all
    select area, product, t, 1.0 from r where t = (select min(t) from r) group by all)
  select rel.*, w.value_added as start, rel.t // 12 as year,
         w.value_added * product(r) over
           (partition by rel.area, rel.product, rel.t // 12 order by rel.t) as w
  from rel join '{data}/weights.parquet' w
    on w.area = rel.area and w.product = rel.product and w.year = rel.t // 12 - 1;
create temp table node as
  select c.t, c.year, sum(w) / sum(start) as ratio,
         case when p.class is not null then c.area || ':' || p.class
              when p.group is not null then c.area || ':' || p.group
              when p.division is not null then c.area || ':' || p.division
              when p.section is not null then c.area || ':' || p.section
              else coalesce(c.area, 'VN') end as node
  from cell c join '{data}/products.parquet' p using (product)
  group by grouping sets ((c.t, c.year), (c.t, c.year, c.area), (c.t, c.year, c.area, p.section),
    (c.t, c.year, c.area, p.division), (c.t, c.year, c.area, p.group), (c.t, c.year, c.area, p.class));
copy (
  with links as (
    select node, year + 1 as year, product(ratio) over (partition by node order by year) as link
    from node where t % 12 = 11)
  select printf('%04d-%02d', node.t // 12, node.t % 12 + 1) as period, node.node,
         100 * coalesce(link, 1) * ratio as index
  from node left join links using (node, year) order by t, node) to '{out}/index.csv';
copy (
  select printf('%04d-%02d', t // 12, t % 12 + 1) as period, area, product,
         w / r * (r - 1) / sum(w / r) over (partition by area, t) as contribution
  from cell order by t, area, product) to '{out}/contributions.csv';
"""

if __name__ == "__main__":
    data, out = sys.argv[1:]
    Path(out).mkdir(parents=True, exist_ok=True)
    duckdb.execute(SQL.format(data=data, out=out))
