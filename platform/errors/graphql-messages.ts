/** What graphql-js says of documents and variables, in Chinese; names of the schema stay as they are. */

/** A message of graphql-js 16, as clients get it, and its Chinese. */
export type MessagePattern = readonly [pattern: RegExp, chinese: (parts: readonly string[]) => string];

/** Messages of the parser, of validation and of the coercion of variables. */
export const GRAPHQL_PATTERNS: readonly MessagePattern[] = [
  [/^Syntax Error: Expected (.+), found (.+?)\.$/s, ([wanted, found]) => `语法错误：应为 ${wanted}，实为 ${found}。`],
  [/^Syntax Error: Unexpected (.+?)\.$/s, ([found]) => `语法错误：意外的 ${found}。`],
  [/^Syntax Error: /, () => "查询语句有语法错误。"],
  [/^Cannot query field "(.+)" on type "(.+)"\.$/, ([field, type]) => `类型 ${type} 没有字段 ${field}。`],
  [/^Unknown argument "(.+)" on field "(.+)"\.$/, ([name, field]) => `字段 ${field} 没有参数 ${name}。`],
  [/^Unknown argument "(.+)" on directive "(.+)"\.$/, ([name, directive]) => `指令 ${directive} 没有参数 ${name}。`],
  [/^Unknown type "(.+)"\.$/, ([type]) => `没有类型 ${type}。`],
  [/^Unknown fragment "(.+)"\.$/, ([name]) => `没有片段 ${name}。`],
  [/^Unknown directive "(.+)"\.$/, ([name]) => `没有指令 ${name}。`],
  [
    /^Field "(.+)" of type "(.+)" must have a selection of subfields\.$/,
    ([field, type]) => `字段 ${field}（${type}）须选择子字段。`,
  ],
  [
    /^Field "(.+)" must not have a selection since type "(.+)" has no subfields\.$/,
    ([field, type]) => `字段 ${field}（${type}）没有子字段，不能选择。`,
  ],
  [
    /^Field "(.+)" argument "(.+)" of type "(.+)" is required, but it was not provided\.$/,
    ([field, name, type]) => `字段 ${field} 的参数 ${name}（${type}）必填。`,
  ],
  [
    /^Directive "(.+)" argument "(.+)" of type "(.+)" is required, but it was not provided\.$/,
    ([directive, name, type]) => `指令 ${directive} 的参数 ${name}（${type}）必填。`,
  ],
  [
    /^Field "(.+)" of required type "(.+)" was not provided\.$/,
    ([field, type]) => `输入字段 ${field}（${type}）必填。`,
  ],
  [/^Field "(.+)" is not defined by type "(.+)"\.$/, ([field, type]) => `输入类型 ${type} 没有字段 ${field}。`],
  [
    /^Fields "(.+)" conflict because (.+)\. Use different aliases/s,
    ([field]) => `字段 ${field} 的多处选择相互冲突，请用别名区分。`,
  ],
  [/^Fragment "(.+)" is never used\.$/, ([name]) => `片段 ${name} 未被使用。`],
  [/^Fragment "(.+)" cannot be spread here/, ([name]) => `片段 ${name} 的类型不可能出现在此处。`],
  [/^Fragment cannot be spread here/, () => "片段的类型不可能出现在此处。"],
  [
    /^Fragment "(.+)" cannot condition on non composite type "(.+)"\.$/,
    ([name, type]) => `片段 ${name} 不能以 ${type} 为条件。`,
  ],
  [/^Fragment cannot condition on non composite type "(.+)"\.$/, ([type]) => `片段不能以 ${type} 为条件。`],
  [/^Cannot spread fragment "(.+)" within itself/, ([name]) => `片段 ${name} 引用了自身。`],
  [/^Variable "(.+)" is not defined/, ([name]) => `变量 ${name} 未定义。`],
  [/^Variable "(.+)" is never used/, ([name]) => `变量 ${name} 未被使用。`],
  [
    /^Variable "(.+)" of type "(.+)" used in position expecting type "(.+)"\.$/,
    ([name, type, expected]) => `变量 ${name}（${type}）用在须为 ${expected} 的位置。`,
  ],
  [/^Variable "(.+)" cannot be non-input type "(.+)"\.$/, ([name, type]) => `变量 ${name} 不能是 ${type} 类型。`],
  [/^Variable "(.+)" of required type "(.+)" was not provided\.$/, ([name, type]) => `变量 ${name}（${type}）必填。`],
  [
    /^Variable "(.+)" of non-null type "(.+)" must not be null\.$/,
    ([name, type]) => `变量 ${name}（${type}）不能为空。`,
  ],
  [/^Variable "(.+)" got an? invalid value/, ([name]) => `变量 ${name} 的值无效。`],
  [/^Expected value of type "([^"]+)"/, ([type]) => `此处的值须为 ${type} 类型。`],
  [/^(String|Int|Float|Boolean|ID) cannot represent/, ([type]) => `此处的值不是 ${type}。`],
  [/^Value "?(.+?)"? does not exist in "(.+)" enum\.$/, ([value, type]) => `枚举 ${type} 没有值 ${value}。`],
  [/^Enum "(.+)" cannot represent/, ([type]) => `此处的值不是枚举 ${type} 的值。`],
  [
    /^There can be only one (argument|input field|variable|fragment|operation|directive) named "(.+)"\.$/,
    ([, name]) => `${name} 重复。`,
  ],
  [
    /^The directive "(.+)" can only be used once at this location\.$/,
    ([directive]) => `指令 ${directive} 在此处只能用一次。`,
  ],
  [/^Directive "(.+)" may not be used on (.+)\.$/, ([directive, place]) => `指令 ${directive} 不能用于 ${place}。`],
  [/^The (.+) definition is not executable\.$/, ([name]) => `${name} 的定义不能执行。`],
  [/^This anonymous operation must be the only defined operation\.$/, () => "匿名操作须是唯一的操作。"],
  [/^GraphQL introspection is not allowed/, () => "不提供内省查询；图的定义在 /schema.graphql。"],
];
