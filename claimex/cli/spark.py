"""`claimex spark`: the same extraction on Apache Spark, Parquet or JSONL in, Parquet out."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER, Arithmetic, Kb, Model, Ner, Ops, Published
from claimex.cli.run import FATAL, MISUSE, SOME_FAILED, check_kb, check_options, give_up, say

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


__all__ = ["spark_command"]

SETTINGS = {  # where the user says nothing
    "spark.sql.files.maxPartitionBytes": "4m",  # of input a task: some 700,000 words, a few minutes of work
    "spark.sql.files.openCostInBytes": "65536",  # small files together: by default each counts as 4 MB
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # sent to a worker at a time
    "spark.sql.parquet.compression.codec": "zstd",
}
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class SparkFormat(StrEnum):
    """What the input holds."""

    jsonl = "jsonl"
    parquet = "parquet"


def spark_command(
    source: Annotated[str, typer.Argument(metavar="IN", help="Parquet or JSONL: a file, a folder, or any path Spark can read.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="A new folder: OUT/records and OUT/failures, both Parquet.")],
    *,
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="The cluster, as local[2]; by default what spark-submit says.")
    ] = None,
    format_: Annotated[SparkFormat | None, typer.Option("--format", help="Input format; by default IN's suffix decides.")] = None,
    partitions: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Shuffle the articles into N tasks; by default a task for each 4 MB.")
    ] = None,
    published: Published = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Keep or leave out the article's text.")] = True,
    text_key: Annotated[str, typer.Option(metavar="KEY", help="The key that holds the text.")] = "text",
    id_key: Annotated[str, typer.Option(metavar="KEY", help="The key that holds the id.")] = "id",
    date_key: Annotated[str, typer.Option(metavar="KEY", help="The key that holds the publication date.")] = "published",
    title_key: Annotated[str, typer.Option(metavar="KEY", help="The key that holds the title.")] = "title",
    url_key: Annotated[str, typer.Option(metavar="KEY", help="The key that holds the URL.")] = "url",
    any_language: Annotated[bool, typer.Option("--any-language", help="Read articles that are not English too.")] = False,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
    kb: Kb = None,
) -> None:
    """Extract on Apache Spark: a row for each record, and one for each article that failed."""
    check_options(published)
    check_kb(kb)
    if format_ is None and not source.rstrip("/").endswith((".parquet", ".jsonl", ".jsonl.gz", ".ndjson")):
        give_up("--format says what IN holds: jsonl or parquet", MISUSE)
    is_parquet = format_ is SparkFormat.parquet if format_ else source.rstrip("/").endswith(".parquet")
    try:
        import pyspark  # noqa: F401  # an extra
    except ImportError:
        give_up("`claimex spark` needs the package pyspark; `pip install 'claimex[spark]'` brings it", FATAL)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    from claimex.read.options import Keys
    from claimex.spark import extract

    session = None
    try:
        session = start(master)
        keys = Keys(text=text_key, id=id_key, title=title_key, url=url_key, published=date_key)
        options = {"model": model, "ops": ops.value, "ner": ner.value, "any_language": any_language}
        options |= {} if kb is None else {"kb": str(kb)}
        articles = read_parquet(session, source) if is_parquet else read_lines(session, source)
        if partitions is not None:
            articles = articles.repartition(partitions)
        done, failed = run(session, extract(articles, keys=keys, published=published, text=text, **options), target)
    except (PySparkException, Py4JError) as error:
        give_up(f"Spark: {in_short(str(error))}", FATAL)
    finally:
        if session is not None:
            session.stop()
    say(f"{done} records in {target}/records, {failed} failures in {target}/failures")
    if failed:
        raise typer.Exit(SOME_FAILED if done else FATAL)


def in_short(message: str) -> str:
    """Spark's complaint without the stack; an error of claimex's in a worker in its own words."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    ours = next((line for line in lines if line.startswith("claimex.errors.")), None)
    return ours.partition(": ")[2] if ours is not None else lines[0].removeprefix("org.apache.spark.") if lines else "failed"


def start(master: str | None) -> SparkSession:
    """A session whose tasks are small and whose workers multiply on one thread each, unless its own settings say otherwise."""
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    if master is not None and master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark takes whatever python3 the path has
        os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    SparkContext._ensure_initialized()  # noqa: SLF001  # else the next line does not see what spark-submit was told
    given = SparkConf()
    builder = SparkSession.builder.appName("claimex")
    for name, value in (SETTINGS | {f"spark.executorEnv.{name}": "1" for name in ONE_THREAD}).items():
        if given.get(name) is None:
            builder = builder.config(name, value)
    builder = builder.config("spark.ui.showConsoleProgress", str(sys.stderr.isatty()).lower())
    if master is not None:
        builder = builder.master(master)
    return builder.getOrCreate()


def read_lines(session: SparkSession, source: str) -> DataFrame:
    """The lines of JSONL files, as bytes: Spark would mend what is not UTF-8 in silence, and parse JSON by rules of its own."""
    from pyspark.sql import functions as F  # noqa: N812  # as Spark's own documentation has it

    from claimex.spark import LINE, SOURCE

    lines = session.read.option("lineSep", "\n").text(source)
    return lines.select(F.col("value").cast("binary").alias(LINE), F.col("_metadata.file_path").alias(SOURCE))


def read_parquet(session: SparkSession, source: str) -> DataFrame:
    from pyspark.sql import functions as F  # noqa: N812

    from claimex.spark import SOURCE

    return session.read.parquet(source).select("*", F.col("_metadata.file_path").alias(SOURCE))


def run(session: SparkSession, results: DataFrame, target: str) -> tuple[int, int]:
    """Extract once, into OUT/both; then part records and failures, which is only copying, and remove OUT/both."""
    both, records, failures = (f"{target}/{name}" for name in ("both", "records", "failures"))
    results.write.parquet(both)  # an error if it is there
    written = session.read.parquet(both)
    written.where("record is not null").select("record.*").write.parquet(records)
    written.where("failure is not null").select("failure.*").write.parquet(failures)
    remove(session, both)
    return session.read.parquet(records).count(), session.read.parquet(failures).count()


def remove(session: SparkSession, folder: str) -> None:
    """Remove a folder on whatever file system it is on; Spark has this only in its Java half."""
    java = session.sparkContext._jvm  # noqa: SLF001
    path = java.org.apache.hadoop.fs.Path(folder)
    path.getFileSystem(session.sparkContext._jsc.hadoopConfiguration()).delete(path, True)  # noqa: SLF001
