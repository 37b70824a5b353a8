"""The mutants of a module: what is changed where, and the source with the change."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_LOGGERS = ("log", "logger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """`line` counts from one; `before` and `after` are the changed source lines; `source` is the module."""

    module: str
    line: int
    before: str
    after: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The same in a later version of the module, as long as the changed lines are the same."""
        return self.module, " ".join(self.before.split()), " ".join(self.after.split())


def mutants(module: str, source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines; each still compiles."""
    found = []
    for node, changed in _changes(ast.parse(source)):
        mutated = _replaced(source, node, changed)
        try:
            compile(mutated, module, "exec")
        except SyntaxError:
            continue
        found.append(_mutant(module, source, mutated, node))
    return sorted(found, key=lambda mutant: mutant.line)


def _mutant(module: str, source: str, mutated: str, node: _Located) -> Mutant:
    old, new = source.splitlines(), mutated.splitlines()
    start, end = node.lineno - 1, node.end_lineno or node.lineno
    return Mutant(
        module=module,
        line=node.lineno,
        before="\n".join(old[start:end]),
        after="\n".join(new[start : end + len(new) - len(old)]),
        source=mutated,
    )


_Located = ast.expr | ast.stmt


def _replaced(source: str, node: _Located, changed: ast.AST) -> str:
    """The source with the node's text replaced; columns of `ast` count UTF-8 bytes."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[node.end_lineno - 1] + node.end_col_offset
    text = ast.unparse(changed)
    if isinstance(changed, ast.expr):
        text = f"({text})"
    whole = b"".join(lines)
    return (whole[:start] + text.encode() + whole[end:]).decode()


def _changes(node: ast.AST) -> Iterator[tuple[_Located, ast.AST]]:
    """Each changed node of a tree with what takes its place."""
    yield from _changes_of(node)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _ignored(child):
                yield from _changes(child)


def _ignored(node: ast.AST) -> bool:
    """What no test should notice: docstrings, log lines, overloads, protocols, imports for type checking."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.JoinedStr():
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
            return name in _LOGGERS
        case ast.ClassDef(bases=bases):
            return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in bases)
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False


def _changes_of(node: ast.AST) -> Iterator[tuple[_Located, ast.AST]]:
    """The changes of this node alone."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) if _plain(test):
            yield test, ast.UnaryOp(op=ast.Not(), operand=test)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield node, ast.Return(value=None)
        case ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            yield node, ast.Pass()
        case (
            ast.Expr(value=ast.Call() | ast.Await()) | ast.Assign(targets=[ast.Attribute() | ast.Subscript()])
        ):
            yield node, ast.Pass()
        case ast.expr() if (changed := _changed(node)) is not None:
            yield node, changed


def _changed(node: ast.expr) -> ast.expr | None:
    match node:
        case ast.Compare(ops=[operator]):
            return _with(node, ops=[_COMPARISONS[type(operator)]()])
        case ast.BoolOp(op=operator):
            return _with(node, op=ast.Or() if isinstance(operator, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.BinOp(op=operator) if type(operator) in _ARITHMETIC:
            return _with(node, op=_ARITHMETIC[type(operator)]())
        case ast.Constant(value=value) if isinstance(value, bool | int | float):
            return ast.Constant(_other(value))
        case ast.Call(
            args=[ast.Name() | ast.Attribute() as first, ast.Name() | ast.Attribute() as second, *rest]
        ) if ast.dump(first) != ast.dump(second):
            return _with(node, args=[second, first, *rest])
    return None


def _plain(test: ast.expr) -> bool:
    """A condition that no other change negates."""
    return isinstance(test, ast.Name | ast.Attribute | ast.Call | ast.Await | ast.NamedExpr)


def _other(value: float) -> float:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value * 2 if value > 1 else value + 1
    return value / 2 or 1.0


def _with(node: ast.expr, **fields: object) -> ast.expr:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
