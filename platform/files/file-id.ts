/** Ids by which files that objects hold are read at the gateway: the service, and the file's id in it. */

/** A file of a service. */
export interface FileId {
  readonly service: string;
  readonly id: string;
}

/** `matters.0a1b…`, which stands behind `/files/`. */
export const printFileId = ({ service, id }: FileId): string => `${service}.${id}`;

/** The parts; undefined where it is no such id. */
export const readFileId = (text: string): FileId | undefined => {
  const [, service, id] = /^([a-z][a-z0-9-]*)\.([0-9a-f-]{36})$/.exec(text) ?? [];
  return service === undefined || id === undefined ? undefined : { service, id };
};
