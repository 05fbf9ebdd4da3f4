/** The one address the window ever shows: the built screen, served by this program itself. */

export const SCHEME = "app";
const HOST = "jiceng";
export const START_PAGE = `${SCHEME}://${HOST}/`;

/** True for a page of ours. Node calls the origin of such an address "null", so its parts are compared. */
export function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST;
}
