"""The Spark session: on the cluster that Spark's own configuration names, or else on this machine."""

from __future__ import annotations

from pyspark import SparkConf
from pyspark.sql import SparkSession

LOOPBACK = "127.0.0.1"


def session(memory: int | None = None) -> SparkSession:
    """The one session of this process, the driver within so many bytes of memory.

    `spark.master` and the rest come from `spark-defaults.conf` or `spark-submit`. On one machine Spark would
    listen on the outer address of the host, so there it is held to the loopback and opens no page.
    """
    conf = SparkConf()
    master = conf.get("spark.master", "local[*]") or "local[*]"
    conf = conf.setMaster(master).setAppName("tongket").set("spark.sql.session.timeZone", "UTC")
    conf = conf.set("spark.sql.ansi.enabled", "true").set("spark.ui.showConsoleProgress", "false")
    if memory is not None:
        conf = conf.set("spark.driver.memory", f"{memory >> 20}m")
    if master.startswith("local"):
        conf = conf.set("spark.driver.bindAddress", LOOPBACK).set("spark.driver.host", LOOPBACK)
        conf = conf.set("spark.ui.enabled", "false")
    return SparkSession.builder.config(conf=conf).getOrCreate()
