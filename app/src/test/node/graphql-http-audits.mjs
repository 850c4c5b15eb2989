// Runs every server audit of graphql-http against the address given first, with the token given
// second, and prints the results as JSON.
import { auditServer } from "graphql-http";

const [url, token] = process.argv.slice(2);

const withToken = (address, init = {}) =>
  fetch(address, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

const results = await auditServer({ url, fetchFn: withToken });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
