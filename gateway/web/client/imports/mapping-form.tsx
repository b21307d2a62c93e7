/** How a file is read and what its columns mean: suggestions to look at, values that every row has. */
import type { Kind, LookedColumn } from "./loads.js";
import { fieldOf, missingFields, type LookedFile, type MappingForm } from "./mapping.js";
import { READING_TEXTS } from "./texts.js";

interface MappingFormProps {
  readonly kind: Kind;
  readonly columns: readonly LookedColumn[];
  readonly form: MappingForm;
  readonly onChange: (form: MappingForm) => void;
}

/** Sheet, headings and so on; open where the file could not be read without. */
export const ReadingFields = ({
  form,
  onChange,
  open,
}: Pick<MappingFormProps, "form" | "onChange"> & { readonly open: boolean }) => (
  <details open={open} id="reading">
    <summary>如何读取文件（留空即自动识别）How the file is read; empty where it is found</summary>
    {Object.entries(READING_TEXTS).map(([name, label]) => (
      <p key={name}>
        <label htmlFor={`reading-${name}`}>{label}</label>
        <input
          id={`reading-${name}`}
          value={form.reading[name] ?? ""}
          onChange={(event) => onChange({ ...form, reading: { ...form.reading, [name]: event.target.value } })}
        />
      </p>
    ))}
    <p>
      <label htmlFor="more">
        其他映射 What else the mapping says, as JSON:{" "}
        <code>{'{"units": {"fineWan": "元"}, "codes": {"severity": {"重大": "严重"}}}'}</code>
      </label>
      <textarea id="more" value={form.more} onChange={(event) => onChange({ ...form, more: event.target.value })} />
    </p>
  </details>
);

const ColumnRow = ({
  kind,
  column,
  form,
  onChange,
  index,
}: Omit<MappingFormProps, "columns"> & { readonly column: LookedColumn; readonly index: number }) => (
  <tr>
    <th scope="row" id={`column-${index}`}>
      {column.heading}
    </th>
    <td>
      <select
        aria-labelledby={`column-${index}`}
        value={fieldOf(form, column)}
        onChange={(event) => onChange({ ...form, fields: { ...form.fields, [column.heading]: event.target.value } })}
      >
        <option value="">不导入 not loaded</option>
        {kind.fields.map(({ name, columns: known }) => (
          <option key={name} value={name}>
            {name}
            {known[0] === undefined ? "" : ` · ${known.find((text) => /[\u4e00-\u9fff]/.test(text)) ?? known[0]}`}
          </option>
        ))}
      </select>
    </td>
    <td>
      {column.likely && form.fields[column.heading] === undefined ? (
        <strong>请核对 suggested: check it</strong>
      ) : (
        kind.fields.find(({ name }) => name === fieldOf(form, column))?.doc
      )}
    </td>
  </tr>
);

/** Columns of the file with their fields. */
export const ColumnTable = ({ columns, ...props }: MappingFormProps) => (
  <table>
    <caption>文件各列的含义 What the columns mean</caption>
    <thead>
      <tr>
        <th scope="col">列 Column</th>
        <th scope="col">字段 Field</th>
        <th scope="col">说明 What it holds</th>
      </tr>
    </thead>
    <tbody>
      {columns.map((column, index) => (
        <ColumnRow key={column.heading} {...props} column={column} index={index} />
      ))}
    </tbody>
  </table>
);

/** Values that every row has: those that are required and have no column, and the day of publication. */
export const ConstantFields = ({
  kind,
  file,
  form,
  onChange,
}: Omit<MappingFormProps, "columns"> & { readonly file: LookedFile }) => {
  const missing = missingFields({ ...form, constants: {} }, file, kind);
  const asked = kind.fields.filter(({ name }) => missing.includes(name) || name === "publishedOn");
  return (
    <fieldset>
      <legend>文件中没有的列：对所有行填写 What every row has where no column says it</legend>
      {asked.map(({ name, doc, words, required }) => (
        <p key={name}>
          <label htmlFor={`constant-${name}`}>
            {name}
            {required ? " *" : ""} <small>{doc}</small>
          </label>
          <input
            id={`constant-${name}`}
            list={words === undefined ? undefined : `words-${name}`}
            value={form.constants[name] ?? ""}
            onChange={(event) => onChange({ ...form, constants: { ...form.constants, [name]: event.target.value } })}
          />
          {words !== undefined && (
            <datalist id={`words-${name}`}>
              {words.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
          )}
        </p>
      ))}
    </fieldset>
  );
};
