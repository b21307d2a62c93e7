/** Mutants of composition: each refusal of a schema switched off, and each name of the vocabulary that is written otherwise. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const FILE = "test/contract/disclosure-gates.test.ts";
const GATES = { file: FILE, name: "a gate refuses" };
const BETWEEN = { file: FILE, name: "a gate refuses|computed from another|fields of several" };
const LINKS = { file: FILE, name: "links" };
const TABLE = { file: FILE, name: "links|the table" };

/** The variants of a partner's SDL of those names. */
const partner = (name: string): { readonly file: string; readonly name: string } => ({
  file: "test/contract/partner-variants.test.ts",
  name,
});

export const GATE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/composition/gates.ts", GATES, [
    ["a field may have a name of the gateway's", "...(prefix ? [", "...(prefix === undefined && prefix ? ["],
    ["a required field may have arguments", "...(withArguments\n", "...(withArguments && !withArguments\n"],
  ]),
  ...mutantsOf("platform/composition/closure-gates.ts", GATES, [
    [
      "an unknown audience composes",
      "if (!tiers.every((tier) => (TIERS as readonly unknown[]).includes(tier)))",
      "if (false)",
    ],
    ["no audience composes", "if (tiers.length === 0 && !isGuarded(node))", "if (false)"],
    [
      "a guard does not stand for an audience",
      "if (tiers.length === 0 && !isGuarded(node))",
      "if (tiers.length === 0)",
    ],
    ["NEVER beside another audience composes", 'if (tiers.includes("NEVER") && tiers.length > 1)', "if (false)"],
    ["an unknown reason composes", 'if (!(REASONS as readonly unknown[]).includes(closed["reason"]))', "if (false)"],
    ["an unknown law composes", '|| !facts.legalBases.has(closed["basis"]))', ")"],
    ["an end that is no day composes", 'isLocalDate(closed["until"])))', "true))"],
    ["MASKED without a mask composes", "return masked\n", "return false\n"],
    ["an unknown mask composes", "if (!(MASKS as readonly unknown[]).includes(mask))", "if (false)"],
    ["a mask that nobody sees composes", "if (!masked) return", "if (false) return"],
    [
      "a mask on what is no text composes",
      'if (node.type.kind !== Kind.NAMED_TYPE || node.type.name.value !== "String")',
      "if (false)",
    ],
    [
      "the public sees a part of identity numbers",
      'if (mask === "ID_NUMBER" && !guards?.scopes && !guards?.policies)',
      "if (false)",
    ],
    [
      "signing in is enough for a part of identity numbers",
      'if (mask === "ID_NUMBER" && !guards?.scopes && !guards?.policies)',
      'if (mask === "ID_NUMBER" && !guards)',
    ],
    [
      "an audience that no row can tell composes",
      'if (typeof value !== "string")\n      return [',
      'if (typeof value !== "string") return [];\n    if (typeof value !== "string")\n      return [',
    ],
    ["a record path that is no field composes", 'isPath(name, value.split("."), subgraph, index)', "true"],
    [
      "a record path through a list composes",
      "if (!field || isListType(field.node.type)) return false;",
      "if (!field) return false;",
    ],
    [
      "a record path of two steps is checked by its first",
      "return rest.length === 0 || isPath",
      "return true || isPath",
    ],
    ["our own subgraphs must declare record paths as fields", "return ours || isPath", "return isPath"],
    [
      "a closed field that is not nullable composes",
      "node.type.kind === Kind.NON_NULL_TYPE\n    ? [`${place} is closed and not",
      "false\n    ? [`${place} is closed and not",
    ],
    [
      "a guard that does not say why composes",
      'GUARD_DIRECTIVES.filter((guard) => isMarked(node, guard) && !isMarked(node, "external"))',
      "GUARD_DIRECTIVES.filter(() => false)",
    ],
    ["purposes of an open field compose", '...(isMarked(node, "closed") ? [] :', "...(true ? [] :"],
    [
      "purposes without a law compose",
      '...(typeof basis === "string" && facts.legalBases.has(basis)',
      '...(typeof basis === "string"',
    ],
    ["purposes without a code compose", "...(Array.isArray(codes) && codes.length > 0 ?", "...(true ?"],
    [
      "a review without a day composes",
      'typeof reviewed === "string" && isLocalDate(reviewed) && typeof by',
      "typeof by",
    ],
    ["a review by nobody composes", '&& typeof by === "string" && by.trim() !== ""', ""],
    ["a small least group composes", "...(Number(minGroup) >= MIN_GROUP", "...(true"],
    [
      "an aggregate with a free filter composes",
      "({ name, type }) => !index.isEnum(namedType(type)) && !(",
      "() => false && !(",
    ],
  ]),
  ...mutantsOf("platform/composition/gates.ts", GATES, [
    ["names that look personal need no decision", "!looksPersonal(node.name.value)", "true"],
    ["a guard on a whole type composes", "directivesNamed(definition, guard).length > 0", "false"],
    ["two decisions compose", "if (closed && open) return", "if (false) return"],
    [
      "fields of personal types need no decision",
      'const personal = isMarked(type, "personal") ||',
      "const personal = ",
    ],
    ["fields marked personal need no decision", '|| isMarked(node, "personal");', ";"],
  ]),
  ...mutantsOf("platform/composition/null-gates.ts", { file: "test/contract/null-gates.test.ts" }, [
    ["a root field that is not nullable composes", "isRootType(field.type.name.value) && isRequired(field)", "false"],
    ["the gateway's own roots are refused", "field.subgraph === IN_PROCESS ?", "false ?"],
    [
      "a field that others' entity lacks composes",
      "const foreign = owner !== undefined && owner !== field.subgraph ? owner : undefined;",
      "const foreign: string | undefined = undefined;",
    ],
    [
      "an owner's field that key holders lack composes",
      "subgraph !== field.subgraph && !fields.has(name) && !(",
      "false && subgraph !== field.subgraph && !fields.has(name) && !(",
    ],
    [
      "a row reached by the key of its interface is forgotten",
      "filter((parent) => entities.has(parent))]",
      "filter(() => false)]",
    ],
    ["elements of a list of links may be required", ": isElementRequired(type.type);", ": false;"],
    [
      "a link behind an abstract type composes",
      "for (const member of members.get(name) ?? [])",
      "for (const member of [])",
    ],
    ["entities of partners have no owner", "new Map([...ownersOf(documents, shapes), ...registered])", "registered"],
  ]),
  ...mutantsOf("platform/composition/graph-gates.ts", BETWEEN, [
    [
      "a closed key composes",
      "const closed = declared.some(({ rule }) => rule !== undefined);",
      "const closed = false;",
    ],
    ["a personal key composes", '(isMarked(parent, "personal") || looksPersonal(key.field))', "false"],
    [
      "keys within keys are not looked at",
      "const below = selection.selectionSet && result !== undefined ? walk(result, selection.selectionSet) : [];",
      "const below: Selected[] = [];",
    ],
    [
      "what is computed from a closed field composes",
      ".filter((closure) => !readersWithin(rule, closure))",
      ".filter(() => false)",
    ],
    [
      "what another subgraph closes is provided",
      ".filter((closure) => closure.subgraph !== subgraph)",
      ".filter(() => false)",
    ],
    [
      "an interface that disagrees composes",
      "if (!own || printedClosureOf(own) === printedClosureOf(declared)) return [];",
      "return [];",
    ],
    [
      "an interface whose guard is lost composes",
      '["closed", "authenticated", "requiresScopes", "policy"].map',
      '["closed"].map',
    ],
    [
      "subgraphs that disagree compose",
      "|| printedClosure(field.rule) === printedClosure(first.rule)) return [];",
      ") return [];",
    ],
    [
      "subgraphs that disagree on a guard compose",
      "return JSON.stringify([tier, reason, basis, until, mask, requires]);",
      "return JSON.stringify([tier, reason, basis, until, mask]);",
    ],
  ]),
  ...mutantsOf("platform/composition/links.ts", LINKS, [
    [
      "names given by import are not known",
      "(link.imports.get(`@${name}`) ?? `@${link.prefix}__${name}`)",
      "(link.imports.has(`@${name}`) ? `@${name}` : `@${link.prefix}__${name}`)",
    ],
    ["names with a prefix are not known", "`@${link.prefix}__${name}`).slice(1)", "`@${name}`).slice(1)"],
    [
      "guards of their own specification are not known",
      "if (isGuardLink(link)) directives.set(link.prefix, link.identity.slice(SPECS.length));",
      "",
    ],
    [
      "guards of federation under other names are not known",
      "if (link.identity === FEDERATION) for (const name of FEDERATION_DIRECTIVES) directives.set(local(name), name);",
      "",
    ],
  ]),
  ...mutantsOf("platform/composition/canonical.ts", LINKS, [
    ["a directive that takes one of our names composes", "return clashes.length > 0", "return false"],
  ]),
  ...mutantsOf("platform/composition/link-problems.ts", LINKS, [
    ["an unknown security feature composes", "return link.purpose === undefined\n", "return true\n"],
    [
      "another version of the vocabulary composes",
      "if (link.identity === DISCLOSURE && link.url !== DISCLOSURE_LINK)",
      "if (false)",
    ],
    ["another version of a guard composes", 'if (isGuardLink(link) && link.version !== "v0.1")', "if (false)"],
    ["another name of the root composes", "return node.type.name.value === expected\n", "return true\n"],
  ]),
  ...mutantsOf("platform/composition/partner/vocabulary-gates.ts", partner("lost directives|without the link"), [
    ["a vocabulary that was lost composes", "if (link && !first) {", "if (link && !first && link !== link) {"],
    ["closures without the link compose", "if (link || !first) return [];", "return [];"],
  ]),
  ...mutantsOf("platform/composition/partner/ownership.ts", partner("another's|a mutation|a subscription|our scalar"), [
    [
      "a partner takes fields over",
      'if (override && override["from"] !== subgraph)',
      "if (override && override !== override)",
    ],
    [
      "a partner publishes mutations unasked",
      'if (isRootType(type) && type !== "Query" && !approved.has(type))',
      'if (isRootType(type) && type !== "Query" && approved.has(type))',
    ],
    [
      "a partner answers what another answers",
      "if (known.keys.size === 0 || isKeyField(name, keys)) return undefined;",
      "if (known.keys.size >= 0 || isKeyField(name, keys)) return undefined;",
    ],
    [
      "a partner's own key joins another's entity",
      "return keys.some((key) => known.keys.has(key))",
      "return keys.length > 0",
    ],
    [
      "a partner specifies our scalars",
      "return given === undefined || given === known.specifiedBy",
      "return given !== null || given === known.specifiedBy",
    ],
  ]),
  ...mutantsOf("platform/composition/overlay.ts", partner("an overlay|overlay says|overlay gives"), [
    ["an overlay may write another type", "...(print(own.type) === print(field.type)", "...(own"],
    ["an overlay decides what is decided", "...(twice\n", "...(twice && !twice\n"],
  ]),
  ...mutantsOf("platform/composition/declarations.ts", TABLE, [
    ["guards are not in the table", "...(requires ? { requires } : {}),", ""],
  ]),
  ...mutantsOf("platform/composition/compile-policy.ts", TABLE, [
    ["records are not in the table", "if (record) found.records[type] = record;", ""],
    [
      "a subgraph's hash is that of all rules",
      "own.map((rule) => recordPathsOf({ records }, rule) ?? null), own]",
      "records, fields]",
    ],
  ]),
  ...mutantsOf("platform/composition/declarations.ts", { file: "test/unit/gateway/disclosure.test.ts" }, [
    ["root fields are taken for fields of rows", "...(isRootType(type) ? { root: true } : {}),", ""],
  ]),
];
