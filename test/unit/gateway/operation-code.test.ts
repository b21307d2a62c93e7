/** Operations as code: what a shell, a template or Python would read otherwise is written so that it is read as it is. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeOf, FORMS } from "../../../gateway/web/client/code.js";

const URL = "http://localhost:4000/graphql";
/** Ends and fills a template, a word of a shell, and a text of Python. */
const HOSTILE = String.raw`query Q { a(b: "it's '''$(id)''' ${"`"}id${"`"} ${"$"}{c} \\ \n") }`;

describe("an operation as code", () => {
  it.each(FORMS)("%s is written of one query or mutation with variables in JSON, and of nothing else", (form) => {
    const code = codeOf(form, { query: "query Me { me { kind } }", variables: "" }, URL);
    expect(code).toContain("me { kind }");
    expect(code).toContain(URL);
    for (const query of ["{", "subscription S { noticed { key } }", "query A { a } query B { b }", ""])
      expect(codeOf(form, { query }, URL)).toBeUndefined();
    expect(codeOf(form, { query: "{ me { kind } }", variables: "{" }, URL)).toBeUndefined();
    expect(codeOf(form, { query: "{ me { kind } }", variables: "[]" }, URL)).toBeUndefined();
  });

  it("for a shell is one argument, whatever stands in it", () => {
    const code = codeOf("curl", { query: HOSTILE }, URL)!;
    const argument = code.split("-d ")[1]!;
    expect(argument.replaceAll("'\\''", "")).toMatch(/^'[^']*'$/);
    expect(JSON.parse(argument.slice(1, -1).replaceAll("'\\''", "'"))).toEqual({ query: HOSTILE, variables: {} });
  });

  it("for TypeScript is a template that gives the same text", () => {
    const code = codeOf("graphql-codegen", { query: HOSTILE }, URL)!;
    const template = /graphql\((`[^]*?[^\\]`)\);/.exec(code)![1]!;
    // Reads the template as JavaScript does, with nothing to fill in.
    const text = (0, eval)(template) as string;
    expect(text.trim()).toBe(HOSTILE);
  });

  it("for TypeScript names what has no name, and checks scalars", () => {
    const query = "query ($codes: [DivisionCode!]!, $day: Date, $first: Int) { a(codes: $codes) }";
    const variables = '{ "codes": ["222401"], "day": null, "first": 5 }';
    const code = codeOf("graphql-codegen", { query, variables }, URL)!;
    expect(code).toMatch(/query Operation\(/);
    expect(code).toContain('codes: [divisionCode("222401")]');
    expect(code).toMatch(/day: null,\s+first: 5/);
    expect(code).toContain("import { createClient, divisionCode } from");
  });

  it("gives the operation the variables that it declares, as they are", () => {
    const query = "query Q($name: String) { a(name: $name) }";
    const variables = '{ "name": "$& VARIABLES OPERATION", "no-name": 1 }';
    for (const form of FORMS) {
      const code = codeOf(form, { query, variables }, URL)!;
      expect(code).toContain("$& VARIABLES OPERATION");
      expect(code).not.toContain("no-name");
    }
  });

  it("for Java is read by its compiler as the same text", async () => {
    const query = 'query Q { a(b: """ it\'s \\u0041 "quoted" \\""" text """) }';
    for (const each of [query, HOSTILE]) {
      const code = codeOf("Java", { query: each, variables: "{}" }, URL)!;
      const blocks = /OPERATION =\s+("""[^]*?""");\n/.exec(code)![1]!;
      const program = `public class Shown { public static void main(String[] a) { System.out.write((${blocks}).getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, (${blocks}).length()); System.out.flush(); } }`;
      expect(await ranInJava(program)).toBe(`${each}\n`);
    }
  });

  it("for Python is raw text only where that is the same text", () => {
    expect(codeOf("Python", { query: "query Q { a }" }, URL)).toContain("OPERATION = '''query Q { a }'''");
    expect(codeOf("Python", { query: HOSTILE }, URL)).toContain(`OPERATION = ${JSON.stringify(HOSTILE)}`);
  });
});

/** What a program of one file writes. */
const ranInJava = async (program: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-code-"));
  try {
    writeFileSync(join(folder, "Shown.java"), program);
    return (await promisify(execFile)("java", [join(folder, "Shown.java")])).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
