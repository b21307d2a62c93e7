/** The issuer of a Keycloak, and what it says of itself. */

/** Realm `gov` of the Keycloak at an address such as `http://localhost:8080`. Throws a sentence where it is none. */
export const issuerOf = (keycloakUrl: string): string => {
  if (!/^https?:\/\//.test(keycloakUrl) || !URL.canParse(keycloakUrl))
    throw new Error("KEYCLOAK_URL is no address: write http://localhost:8080, without /realms.");
  return `${keycloakUrl.replace(/\/+$/, "")}/realms/gov`;
};

/** The realm's public RS256 key, base64. Throws a sentence where the issuer does not answer as one. */
export const fetchRealmKey = async (issuerUrl: string): Promise<string> => {
  let response: Response;
  try {
    response = await fetch(issuerUrl);
  } catch (error) {
    throw new Error(`The issuer ${issuerUrl} does not answer: is it running?`, { cause: error });
  }
  if (!response.ok)
    throw new Error(
      `The issuer ${issuerUrl} answers with ${response.status}: does this Keycloak have the realm of infra/keycloak/realm.json?`,
    );
  const { public_key: key } = (await response.json().catch(() => ({}))) as { public_key?: string };
  if (key === undefined) throw new Error(`${issuerUrl} does not answer as a realm of Keycloak.`);
  return key;
};
