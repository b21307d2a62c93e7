/** Uploads a file and shows its id, which a mutation takes. */
import { useState } from "react";

interface UploadProps {
  readonly token: string;
}

interface Uploaded {
  readonly fileId: string;
  readonly mediaType: string;
  readonly bytes: number;
}

interface Refusal {
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends the bytes. Throws an error whose message the reader is shown. */
const upload = async (file: File, token: string): Promise<Uploaded> => {
  const response = await fetch("/files", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    body: file,
  });
  if (response.status === 404) throw new Error("此处不接收文件 No files are taken here");
  const answer = (await response.json()) as Uploaded & Refusal;
  if (answer.errors?.[0]) throw new Error(answer.errors[0].message);
  return answer;
};

/** The row below the editor, for who is signed in. */
export const Upload = ({ token }: UploadProps) => {
  const [told, setTold] = useState<string>();
  const [uploaded, setUploaded] = useState<Uploaded>();
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setUploaded(undefined);
    setTold("正在上传 Uploading");
    try {
      setUploaded(await upload(file, token));
      setTold(undefined);
    } catch (error) {
      setTold((error as Error).message);
    }
  };
  return (
    <section className="govgraph-upload" aria-label="上传文件 upload">
      <label>
        上传文件 Upload a file{" "}
        <input id="upload" type="file" onChange={(event) => void send(event.target.files?.[0])} />
      </label>
      {told !== undefined && <span role="status">{told}</span>}
      {uploaded !== undefined && (
        <label>
          fileId ({uploaded.mediaType}, {uploaded.bytes} bytes){" "}
          <input id="file-id" readOnly value={uploaded.fileId} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </section>
  );
};
