/** The operation of the editors as code, to copy. */
import { useState } from "react";
import { codeOf, FORMS, type Form } from "./code.js";
import { present } from "./share.js";

const NONE =
  "这里只导出一个查询或变更，变量须为 JSON。One query or mutation with variables in JSON can be written as code.";

/** The panel; it takes what stands in the editors when it is opened and when another form is chosen. */
export const CodePanel = () => {
  const [form, setForm] = useState<Form>();
  const code = form && codeOf(form, present(sessionStorage), new URL("/graphql", location.href).href);
  return (
    <section className="govgraph-code" aria-label="代码 code">
      <label htmlFor="code-form">代码 Code </label>
      <select
        id="code-form"
        value={form ?? ""}
        onChange={({ target }) => setForm(FORMS.find((each) => each === target.value))}
      >
        <option value="">–</option>
        {FORMS.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      {code !== undefined && (
        <button type="button" onClick={() => void navigator.clipboard?.writeText(code).catch(() => undefined)}>
          复制 Copy
        </button>
      )}
      {form && <pre tabIndex={0}>{code ?? NONE}</pre>}
    </section>
  );
};
