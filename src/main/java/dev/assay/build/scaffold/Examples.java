package dev.assay.build.scaffold;

/// The words of new files.
final class Examples {
  private Examples() {}

  static String settings(String title) {
    return fill("""
        # The site's settings. All are optional; the guide lists them.
        title: %s
        description: What we know, what we infer, and what we only guess.
        # Where the site will be published; feeds need it.
        # base_url: https://research.example/
        language: en
        time_zone: UTC
        # Who writes; each has a page.
        # authors: [Your Name]
        """, Starter.scalar(title));
  }

  static String firstNote(String moment) {
    return fill("""
        ---
        title: What a token costs
        date: %s
        description: A first note, to be replaced by yours.
        tags: [Example]
        hubs: [cost-of-compute]
        scenarios:
          rented:
            hardware: h100-sxm
            model: llama-3.1-70b
        ---

        An assertion is tagged with how firm it is. The tag is all you need to write:

        - **[Fact]** One H100 SXM has 80 GB of memory at 3.35 TB/s
          ([NVIDIA](https://www.nvidia.com/en-us/data-center/h100/)). {#h100-memory}
        - **[Inference]** A large model on it is limited by memory traffic, not by arithmetic.
          {#memory-bound because=#h100-memory}
        - **[Speculation]** The price of a token will fall faster than the price of an accelerator.
          {#falling due=2027-12-31 probability=60%}
        - **[Blocked]** What the large laboratories pay for an hour is not published.

        ## A number that is computed

        The figures come from the cost model, with their range and where they come from:

        ```{cost-table}
        scenarios: [rented]
        columns: [output_tokens_per_second_per_accelerator, usd_per_million_output_tokens]
        ```

        In a sentence it reads {cost}`rented.usd_per_million_output_tokens`, and can never disagree with the table.
        """, moment);
  }

  static String firstHub() {
    return """
        ---
        title: The cost of compute
        description: Once usage has a price, the race is for the cheaper token.
        pinned: [first-note]
        ---

        A hub gathers notes on one theme. Say here what you hold to be true, and where to begin reading.
        """;
  }

  static String about() {
    return """
        ---
        title: About
        ---

        Who writes this, and how the claims are made: a **fact** names its source, an **inference** its premises,
        a **speculation** is a guess, and what is **blocked** cannot be known yet.
        """;
  }

  /// Puts words in the place of each `%s`, in order. Not a format: nothing here depends on a language.
  private static String fill(String text, String... words) {
    String filled = text;
    for (String word : words) {
      int at = filled.indexOf("%s");
      filled = filled.substring(0, at) + word + filled.substring(at + 2);
    }
    return filled;
  }
}
