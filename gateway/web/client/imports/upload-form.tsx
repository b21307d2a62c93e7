/** A new file: which kind it is, the file, and how much of it has arrived. */
import { useState } from "react";
import type { Api } from "./api.js";
import type { Kind, Load } from "./loads.js";
import { KIND_TEXTS } from "./texts.js";

interface UploadFormProps {
  readonly api: Api;
  readonly kinds: readonly Kind[];
  readonly onUploaded: (load: Load) => void;
}

/** The form. */
export const UploadForm = ({ api, kinds, onUploaded }: UploadFormProps) => {
  const [kind, setKind] = useState(kinds[0]?.kind ?? "");
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const send = async (): Promise<void> => {
    if (file === undefined) return setProblem("请先选择文件 Choose a file first");
    setProblem(undefined);
    setSent(0);
    try {
      onUploaded(await api.upload(kind, file, setSent));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setSent(undefined);
    }
  };
  return (
    <form
      aria-labelledby="new-import"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="new-import">新的导入 New import</h2>
      <p>
        <label htmlFor="kind">数据种类 Kind</label>
        <select id="kind" value={kind} onChange={(event) => setKind(event.target.value)}>
          {kinds.map((one) => (
            <option key={one.kind} value={one.kind}>
              {KIND_TEXTS[one.kind] ?? one.kind}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="file">文件 File (.xlsx .xls .ods .csv .json .xml .zip)</label>
        <input id="file" type="file" onChange={(event) => setFile(event.target.files?.[0])} />
      </p>
      <button type="submit" disabled={sent !== undefined}>
        上传 Upload
      </button>
      {sent !== undefined && file !== undefined && (
        <progress aria-label="上传进度 Upload" max={file.size} value={sent} />
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </form>
  );
};
