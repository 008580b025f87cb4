"""Show where something in the graph comes from.

IRI|WORDS is the IRI of a claim or any other record, a triple, or words of a claim. Printed are the
sentence with the words marked, the rule that read them, who says it, and rival claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from testimonia.query import Account, Witness

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "show the sentence, the rule and the rivals behind a claim"
EXAMPLE = """\
example:
  testimonia explain "over a dozen" output"""


_BASES = {
    "named": "; the party is named",
    "described": "; the party is described",
    "heading": "; the party stands in the heading",
    "flag": "; the party is told by a flag",
    "order": "; the party is a guess by the order of flags that the text has lost",
    "pronoun": "; the party is behind a pronoun",
    "inferred": "; the party is inferred from the sides",
}
"""What the party rests on, for people."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `explain` takes."""
    parser.add_argument("subject", metavar="IRI|WORDS", help="what to explain")
    parser.add_argument("graph", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"')


def run(arguments: argparse.Namespace) -> int:
    """Explain every record that is meant."""
    from testimonia.graphs import read_graph
    from testimonia.query import explain

    found = explain(read_graph(arguments.graph), arguments.subject)
    for number, account in enumerate(found.accounts):
        if number:
            print()
        _print_account(account)
    return 0


def _print_account(account: Account) -> None:
    from testimonia.cli.screen import paragraph, shorten

    paragraph(account.says or account.kind or account.record, "bold")
    paragraph(account.record, "dim", indent=2)
    _field("says who", _voice(account))
    _field("said on", account.said_on)
    _field("through", account.medium)
    _field("carried by", account.outlet if account.outlet not in account.medium else "")
    for citation in account.cited:
        _field("the article cites", citation)
    for witness in account.witnesses:
        _print_witness(witness)
    for rival in account.rivals:
        _field(rival.relation, rival.says)
        paragraph(rival.ground, indent=4)
        paragraph(shorten(rival.claim), "dim", indent=4)


def _voice(account: Account) -> str:
    """Say who speaks, for whom and how: "the MSA (claimed)", "the article itself"."""
    if not account.kind.endswith("Claim"):
        return ""
    names = " and ".join(account.claimants) or "the article itself"
    behalf = f", for {' and '.join(account.on_behalf_of)}" if account.on_behalf_of else ""
    denied = ", denying it" if account.polarity == "negated" else ""
    stance = f" ({account.stance})" if account.stance not in {"", "unmarked"} else ""
    return f"{names}{behalf}{stance}{denied}"


def _print_witness(witness: Witness) -> None:
    from testimonia.cli.screen import marked

    line = f", line {witness.line}" if witness.line else ""
    section = f", section {witness.section}" if witness.section else ""
    _field("read in", f"{witness.article}{section}{line}, characters {witness.start}–{witness.end}")
    marked(witness.sentence, witness.mark_start, witness.mark_end)
    if witness.rule:
        sure = "" if witness.confidence is None else f"; {witness.confidence:.0%} sure of the reading"
        _field("rule", f"{witness.rule}{_BASES.get(witness.basis, '')}{sure}")


def _field(name: str, value: str) -> None:
    from testimonia.cli.screen import paragraph

    if value:
        paragraph(f"{name}: {value}", indent=2)
