/** Asks the gateway's endpoints of loads with the token in memory; refusals are sentences in the reader's language. */
import type { Kind, Load, StepName, Upload } from "./loads.js";

/** Bytes of a part: half of what the gateway takes at most, so that a slow line has time. */
const PART_BYTES = 4 * 1024 * 1024;

/** How often a step that is not done is asked for, in milliseconds. */
const AGAIN_MS = 700;

/** What the page asks. */
export interface Api {
  kinds(): Promise<readonly Kind[]>;
  uploads(): Promise<readonly Upload[]>;
  load(id: string): Promise<Load>;
  /** Uploads a file in parts; tells how much has arrived. */
  upload(kind: string, file: File, onProgress: (sent: number) => void): Promise<Load>;
  ask(id: string, step: StepName, mapping?: object): Promise<Load>;
  /** Removes the file before its time. */
  remove(id: string): Promise<Load>;
  /** Saves what a step left as a file. */
  save(id: string, stepId: string, file: string, name: string): Promise<void>;
  /** Resolves after a moment. */
  moment(): Promise<void>;
}

/** Creates it; `onSignedOut` is told where the token is no longer good. */
export const createApi = (token: string, onSignedOut: () => void): Api => {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`/imports${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, "accept-language": navigator.language, ...init.headers },
    });
    if (response.ok) return response;
    if (response.status === 401) onSignedOut();
    const answer = (await response.json().catch(() => ({}))) as { errors?: readonly { message: string }[] };
    throw new Error(answer.errors?.[0]?.message ?? `HTTP ${response.status}`);
  };
  const read = async <Answer>(path: string, init?: RequestInit): Promise<Answer> =>
    (await (await ask(path, init)).json()) as Answer;
  const post = <Answer>(path: string, body: object): Promise<Answer> =>
    read(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return {
    kinds: async () => (await read<{ kinds: readonly Kind[] }>("/kinds")).kinds,
    uploads: async () => (await read<{ uploads: readonly Upload[] }>("/uploads")).uploads,
    load: (id) => read(`/uploads/${id}`),
    async upload(kind, file, onProgress) {
      let load = await post<Load>("/uploads", { kind, fileName: file.name });
      while (!load.complete) {
        const end = Math.min(load.received + PART_BYTES, file.size);
        load = await read<Load>(
          `/uploads/${load.id}/parts?from=${load.received}${end === file.size ? "&last=true" : ""}`,
          {
            method: "POST",
            body: file.slice(load.received, end),
            headers: { "content-type": "application/octet-stream" },
          },
        );
        onProgress(load.received);
      }
      return load;
    },
    ask: (id, step, mapping) => post(`/uploads/${id}/steps`, { step, ...(mapping === undefined ? {} : { mapping }) }),
    remove: (id) => post(`/uploads/${id}/remove`, {}),
    async save(id, stepId, file, name) {
      const address = URL.createObjectURL(await (await ask(`/uploads/${id}/steps/${stepId}/${file}.csv`)).blob());
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
    },
    moment: () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)),
  };
};
