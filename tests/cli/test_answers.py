"""`show`, `validate`, `query`, `explain` and `diff` on the example."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]
Screen = Callable[..., str]
ESCAPE = "\x1b["


def test_show_prints_event_sides_claims_contradictions_and_what_is_left(
    testimonia: Command, graph: Path
) -> None:
    ran = testimonia("show", graph)
    assert (ran.code, ran.told) == (0, "")
    lines = ran.printed.splitlines()
    assert lines[:3] == [
        "Battle of Akabar",
        "battle; 2018-04-01; Akabar, Menaka Cercle, Mali; part of Mali War",
        "result: Franco-Malian-Tuareg victory",
    ]
    headings = [
        line.split(" (")[0] for line in lines if line.startswith(("Sides", "Claims", "Contra", "Left"))
    ]
    assert headings == ["Sides", "Claims", "Contradictions", "Left unexplained"]
    (row,) = [line for line in lines if "interview with RFI" in line and "12 or more killed" in line]
    assert "2018-04-23" in row
    assert ESCAPE not in ran.printed


def test_show_draws_a_table_on_a_terminal(on_terminal: Screen, graph: Path) -> None:
    screen = on_terminal("show", graph)
    assert ESCAPE in screen
    assert "12 or more killed" in screen


def test_show_parts_articles_and_says_when_there_is_no_figure(testimonia: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("Northford", "Orr"):
        text = f"= Battle of {name} =\n\nThe battle of {name} took place on 4 May 1998.\n"
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    testimonia("build", "in", "--output", "out")
    printed = testimonia("show", "out").printed
    assert "\n\nBattle of Orr\n" in printed
    assert "none: the article tells no figure of casualties or strength" in printed


def test_show_names_the_figures_that_no_rule_could_read(testimonia: Command, tmp_path: Path) -> None:
    text = "= Raid on Northford =\n\nThe raid took place on 4 May 1998. Some 300 rebels were spared later.\n"
    (tmp_path / "raid.txt").write_text(text, encoding="utf-8")
    testimonia("build", "raid.txt", "--output", "out")
    printed = testimonia("show", "out").printed
    assert "Left unexplained (1)\n«Some 300 rebels», lead " in printed
    assert printed.endswith("\n  Some 300 rebels were spared later.\n")


def test_show_of_a_graph_without_events_says_so(testimonia: Command, tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text("<a:b> <a:c> <a:d> .\n", encoding="utf-8")
    assert testimonia("show", "other.ttl").printed == "no event was found\n"


def test_a_graph_that_conforms_is_one_line(testimonia: Command, graph: Path, example: Path) -> None:
    ran = testimonia("validate", graph, "--text", example)
    assert ran.code == 0
    assert "conforms" in ran.printed.splitlines()[-1]
    assert ran.printed.endswith("; every quote compared with 1 text\n")


def test_a_violation_names_its_sentence(testimonia: Command, graph: Path, tmp_path: Path) -> None:
    text = (graph / "battle-of-akabar.ttl").read_text(encoding="utf-8")
    (tmp_path / "bent.ttl").write_text(
        text.replace("tm:measure tmc:killed", "tm:measure tmc:burnt", 1), encoding="utf-8"
    )
    ran = testimonia("validate", "bent.ttl")
    assert ran.code == 1
    assert "C225 violation, once: " in ran.printed
    assert "  Battle of Akabar, line " in ran.printed
    assert ran.printed.splitlines()[-1].startswith("bent.ttl does not conform: ")


def test_a_quote_that_is_not_in_the_text_is_a_violation(
    testimonia: Command, graph: Path, example: Path, tmp_path: Path
) -> None:
    text = (graph / "battle-of-akabar.ttl").read_text(encoding="utf-8")
    (tmp_path / "bent.ttl").write_text(text.replace("20-30 killed", "20-39 killed"), encoding="utf-8")
    ran = testimonia("validate", "bent.ttl", "--text", example)
    assert ran.code == 1
    assert "M490 violation" in ran.printed
    assert "The text has «20-30 killed»" in ran.printed


def test_the_report_can_be_had_as_turtle(testimonia: Command, graph: Path) -> None:
    ran = testimonia("validate", graph, "--format", "turtle")
    assert ran.code == 0
    assert "sh:conforms true" in ran.printed


def test_a_text_that_the_graph_was_not_read_from_is_not_compared(
    testimonia: Command, graph: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("Words of another article.", encoding="utf-8")
    assert "compared" not in testimonia("validate", graph, "--text", "other.txt").printed


def test_csv_is_a_heading_and_a_row_for_each_claim(testimonia: Command, graph: Path) -> None:
    ran = testimonia("query", "claims", graph, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.printed)))
    assert any(row["quote"] == "20-30 killed" and row["low"] == "20" and row["high"] == "30" for row in rows)


def test_json_is_sparql_results_json(testimonia: Command, graph: Path) -> None:
    found = json.loads(testimonia("query", "events", graph, "--format", "json").printed)
    assert "label" in found["head"]["vars"]


def test_a_table_in_a_pipe_is_aligned_and_plain(testimonia: Command, graph: Path) -> None:
    ran = testimonia("query", "SELECT ?label { ?e tm:eventKind tmc:battle ; rdfs:label ?label }", graph)
    assert ran.printed == "label\nBattle of Akabar\n"


def test_a_wide_answer_on_a_terminal_is_shown_record_by_record(on_terminal: Screen, graph: Path) -> None:
    screen = on_terminal("query", "claims", graph)
    assert "  quote        20-30 killed\n" in screen


def test_the_questions_are_listed_with_their_columns(testimonia: Command) -> None:
    printed = testimonia("query", "--list").printed
    assert printed.startswith("claims\n")
    assert "  columns: claim event article zone kind low high" in printed


def test_a_question_without_a_folder_is_wrong_use(testimonia: Command) -> None:
    ran = testimonia("query", "claims")
    assert (ran.code, ran.printed) == (2, "")
    assert "a question and a folder are needed" in ran.told


def test_explain_marks_the_words_and_names_rule_and_voice(testimonia: Command, graph: Path) -> None:
    printed = testimonia("explain", "over a dozen", graph).printed
    assert "[over a dozen Tuareg fighters had been killed]" in printed
    for name in ("says who", "said on: 2018-04-23", "read in: Battle of Akabar, section Aftermath", "rule: "):
        assert f"\n  {name}" in printed


def test_explain_names_the_rivals_and_the_ground(testimonia: Command, graph: Path) -> None:
    printed = testimonia("explain", "30 to 40", graph).printed
    assert "\n  contradicts: 20 bandits were killed.\n" in printed
    assert "the ranges do not meet" in printed
    assert "\n    claim/battle-of-akabar-2018/killed-" in printed


def test_explain_marks_with_colour_on_a_terminal(on_terminal: Screen, graph: Path) -> None:
    assert f"{ESCAPE}1;7mover a dozen Tuareg" in on_terminal("explain", "over a dozen", graph)


def test_explain_of_an_event_gives_what_backs_it(testimonia: Command, graph: Path) -> None:
    events = csv.DictReader(io.StringIO(testimonia("query", "events", graph, "--format", "csv").printed))
    (event,) = [row["event"] for row in events if row["main"] == "true"]
    printed = testimonia("explain", event, graph).printed
    assert "\n\n" in printed
    assert "Date: April 1, 2018" in printed.replace("[", "").replace("]", "")


def test_explain_of_what_is_not_there_is_one_line(testimonia: Command, graph: Path) -> None:
    ran = testimonia("explain", "seven submarines", graph)
    assert ran.code == 2
    assert ran.told.startswith("testimonia: Nothing in the graph is meant by «seven submarines»")


def test_diff_of_equal_graphs_says_so(testimonia: Command, graph: Path) -> None:
    ran = testimonia("diff", graph, graph)
    assert (ran.code, ran.printed) == (0, "nothing changed\n")


def test_diff_tells_what_appeared_vanished_changed_and_moved(
    testimonia: Command, graph: Path, example: Path, tmp_path: Path
) -> None:
    text = example.read_text(encoding="utf-8")
    text = text.replace("that three MSA and GATIA", "that four MSA and GATIA")
    text = text.replace(
        "Islamic State in the Greater Sahara.\n\n== Prelude",
        "Islamic State in the Greater Sahara. Nine civilians were wounded.\n\n== Prelude",
    )
    text = text.replace(", and 30 to 40 jihadists had been killed", "")
    (tmp_path / "later.txt").write_text(text, encoding="utf-8")
    testimonia("build", "later.txt", "--output", "later")
    lines = testimonia("diff", graph, "later").printed.splitlines()
    assert any(line.startswith("+ 9 wounded") for line in lines)
    assert any(line.startswith("- 30–40 killed") for line in lines)
    assert any(line.startswith("~ 3 killed") for line in lines)
    assert any(line.startswith("  → 4 killed") for line in lines)
    assert (
        lines[lines.index(next(line for line in lines if line.startswith("  → 4 killed"))) + 1]
        == "  another figure"
    )
    assert any(line.startswith("> ") and "from character" in line for line in lines)
    assert re.fullmatch(r"claims: 1 appeared, 1 vanished, 1 changed, \d+ moved", lines[-1])


def test_a_second_revision_that_says_the_same_changes_nothing(
    testimonia: Command, graph: Path, example: Path, tmp_path: Path
) -> None:
    text = example.read_text(encoding="utf-8")
    (tmp_path / "once.txt").write_text(text, encoding="utf-8")
    (tmp_path / "again.txt").write_text(text + "\nSee also.\n", encoding="utf-8")
    testimonia("build", "once.txt", "again.txt", "--output", "twice")
    ran = testimonia("diff", graph, "twice")
    assert "+ " not in ran.printed
    assert ran.printed.splitlines()[-1] == "nothing changed"
