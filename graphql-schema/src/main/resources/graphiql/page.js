"use strict";

const at = (id) => document.getElementById(id);
const TYPES = `{
  __schema { types { name kind description fields { name description args { name } type { name kind ofType { name kind ofType { name kind } } } } } }
}`;

async function send(query, variables) {
  const headers = { "Content-Type": "application/json", "Accept": "application/graphql-response+json" };
  const token = at("token").value.trim();
  if (token) headers["Authorization"] = "Bearer " + token;
  if (at("purpose").value) headers["X-Purpose"] = at("purpose").value;
  const started = performance.now();
  const response = await fetch("/graphql", {
    method: "POST", headers, body: JSON.stringify({ query, variables }), credentials: "omit",
  });
  const text = await response.text();
  at("status").textContent =
    response.status + " " + response.statusText + ", " + Math.round(performance.now() - started) + " ms";
  try {
    at("result").value = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    at("result").value = text;
  }
}

async function run(query) {
  let variables;
  try {
    variables = at("variables").value.trim() ? JSON.parse(at("variables").value) : {};
  } catch (problem) {
    at("status").textContent = "The variables are not JSON: " + problem.message;
    return;
  }
  try {
    await send(query, variables);
  } catch (problem) {
    at("status").textContent = "The server did not answer: " + problem.message;
  }
}

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  run(at("query").value);
});
at("schema").addEventListener("click", () => run(TYPES));
at("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(at("query").value);
});
