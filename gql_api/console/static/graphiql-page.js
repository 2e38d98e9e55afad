// Starts GraphiQL against the address that this page was served from.
"use strict";

// Read by GraphiQL for the style that it writes when a dialog opens.
window.__webpack_nonce__ = document.currentScript.nonce;

(() => {
  // A pasted session must not stay behind in the browser, so tabs and history live in memory.
  const kept = new Map();
  const storage = {
    get length() {
      return kept.size;
    },
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };

  const endpoint = new URL(location.pathname, location.origin);
  const socket = new URL(endpoint);
  socket.protocol = endpoint.protocol === "https:" ? "wss:" : "ws:";

  const userAgent = navigator.userAgent;
  const refusal = "... on Error { code message field }";
  const tabs = [
    {
      query: `# Fripier prepares and publishes second-hand listings; nothing without a yes.
# Ctrl-Space completes, Ctrl-Enter runs. A key goes under Headers: {"Authorization": "Bearer …"};
# then fetch the schema again, by the arrows of the side bar.
# The tabs beside this one do the whole job, one after the other: {photo}, {job} and {token} in
# their variables stand for what the tabs before have answered.

query Start {
  capabilities {
    market
    currency
    mockMode
    publishEnabled
  }
  session {
    state
    username
  }
}
`,
    },
    {
      query: `# The seller's session. The variables are the stand-in market's: paste your own
# Cookie header for a real one.

mutation Session($input: SetSessionInput!) {
  setSession(input: $input) {
    ... on SetSessionSuccess {
      session { state username }
    }
    ${refusal}
  }
}
`,
      variables: { input: { cookie: "access_token_web=demo", userAgent } },
    },
    {
      query: `# A photo: "drawn" is one that this page draws, "choose" lets you choose a file.

mutation Upload($input: UploadPhotoInput!) {
  uploadPhoto(input: $input) {
    ... on UploadPhotoSuccess {
      photo { id url width height }
    }
    ${refusal}
  }
}
`,
      variables: { input: { file: "drawn" } },
    },
    {
      query: `# Fills the form in a browser, and publishes nothing. It answers at once: watch the job.

mutation Prepare($input: PrepareListingInput!) {
  prepareListing(input: $input) {
    ... on PrepareListingSuccess {
      job { id state }
    }
    ${refusal}
  }
}
`,
      variables: {
        input: {
          title: "Hoodie Diesel",
          price: "35",
          description: "Bon état",
          brand: "Diesel",
          size: "L",
          condition: "bon",
          color: "noir",
          categoryHint: "Homme > Sweats",
          photos: ["{photo}"],
        },
      },
    },
    {
      query: `# The events of the last job, and live ones until its outcome.

subscription Watch($job: ID!) {
  listingProgress(jobId: $job) {
    seq
    state
    step
    percent
    outcome
    reason
  }
}
`,
      variables: { job: "{job}" },
    },
    {
      query: `# The yes. dryRun: true checks everything and does not click; false publishes.

mutation Publish($input: PublishListingInput!) {
  publishListing(input: $input) {
    ... on PublishListingSuccess {
      job {
        id
        state
        result { outcome reason listingUrl }
      }
    }
    ${refusal}
  }
}
`,
      variables: { input: { confirmToken: "{token}", dryRun: true, waitSeconds: 60 } },
    },
  ];

  // What the tabs have answered, by the name that stands for it; and the headers of a key.
  const answered = {};
  let named = {};
  const inner = GraphiQL.createFetcher({
    url: endpoint.href,
    subscriptionUrl: socket.href,
    enableIncrementalDelivery: false,
  });

  const filled = (value) => {
    if (Array.isArray(value)) {
      return value.map(filled).filter((each) => each !== "{photo}");
    }
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each)]));
    }
    const name = typeof value === "string" && /^\{(photo|job|token)\}$/.exec(value)?.[1];
    return (name && answered[name]) || value;
  };

  const learn = (answer) => {
    for (const [field, told] of Object.entries(answer?.data ?? {})) {
      if (told?.photo?.id) answered.photo = told.photo.id;
      if (told?.job?.id) answered.job = told.job.id;
      if (field === "prepareListing" && told?.job?.id) answered.prepared = told.job.id;
    }
  };

  // The preparation has its token once it is through.
  const findToken = async (headers) => {
    if (!answered.prepared) return;
    const query = "query ($id: ID!) { job(id: $id) { result { confirmToken } } }";
    const asked = { query, variables: { id: answered.prepared } };
    const found = await inner(asked, { headers });
    answered.token = found?.data?.job?.result?.confirmToken;
  };

  const drawn = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [900, 1200];
    const pen = canvas.getContext("2d");
    const shade = pen.createLinearGradient(0, 0, 900, 1200);
    shade.addColorStop(0, "#d8e4e2");
    shade.addColorStop(1, "#0a7d7d");
    pen.fillStyle = shade;
    pen.fillRect(0, 0, 900, 1200);
    pen.fillStyle = "#17211f";
    pen.font = "64px sans-serif";
    pen.fillText(new Date().toLocaleTimeString(), 80, 620);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg"));
  };

  const chosen = () =>
    new Promise((resolve, reject) => {
      const input = document.createElement("input");
      input.type = "file";
      input.addEventListener("change", () => resolve(input.files[0]));
      input.addEventListener("cancel", () => reject(new Error("No file was chosen.")));
      input.click();
    });

  // As the GraphQL multipart request specification has it.
  const upload = async (params, variables, headers) => {
    const file = await (variables.input.file === "choose" ? chosen() : drawn());
    const form = new FormData();
    const operations = { ...params, variables: { input: { ...variables.input, file: null } } };
    form.append("operations", JSON.stringify(operations));
    form.append("map", JSON.stringify({ 0: ["variables.input.file"] }));
    form.append("0", file, file.name ?? "drawn.jpg");
    const asked = { ...headers, "GraphQL-Require-Preflight": "1" };
    return (await fetch(endpoint, { method: "POST", headers: asked, body: form })).json();
  };

  // The operations of a document, by which a subscription is told. Just after a change of tabs
  // GraphiQL still hands over those of the tab before.
  const outline = (query) => ({
    kind: "Document",
    definitions: [...query.matchAll(/^\s*(query|mutation|subscription)\b\s*(\w+)?/gm)].map(
      ([, operation, name]) => ({
        kind: "OperationDefinition",
        operation,
        name: name && { kind: "Name", value: name },
      }),
    ),
  });

  const fetcher = async (asked, options) => {
    const params = { ...asked };
    const documentAST = outline(params.query);
    const names = documentAST.definitions.map((each) => each.name?.value);
    if (!names.includes(params.operationName)) params.operationName = names[0];
    const given = options?.headers ?? {};
    // A key that one tab was given is good for the others; it is kept in memory alone.
    if (Object.keys(given).some((name) => /^(authorization|x-api-key)$/i.test(name))) named = given;
    const headers = { ...named, ...given };
    if (JSON.stringify(params.variables ?? {}).includes('"{token}"')) await findToken(headers);
    const variables = filled(params.variables);
    const isFile = ["drawn", "choose"].includes(variables?.input?.file);
    const answer = await (isFile
      ? upload(params, variables, headers)
      : inner({ ...params, variables }, { ...options, documentAST, headers }));
    learn(answer);
    return answer;
  };

  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    React.createElement(GraphiQL, {
      fetcher,
      storage,
      defaultTabs: tabs.map((tab) => ({
        ...tab,
        variables: tab.variables && JSON.stringify(tab.variables, null, 2),
      })),
      defaultEditorToolsVisibility: "variables",
      isHeadersEditorEnabled: true,
    }),
  );
})();
