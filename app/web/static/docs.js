// Draw the API's description with Swagger UI.
"use strict";

window.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("swagger");
  window.SwaggerUIBundle({ url: place.dataset.openapi, dom_id: "#swagger", deepLinking: true, defaultModelsExpandDepth: 0, validatorUrl: null });
});
