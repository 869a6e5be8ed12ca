export default { layout: "note.njk", permalink: (data) => `/post/${data.page.fileSlug}/` };
