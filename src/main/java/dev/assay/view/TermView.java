package dev.assay.view;

/// A tag, category or the like, as lists show it.
///
/// @param text    its name as the writers write it
/// @param address its list's address
/// @param notes   how many notes bear it
/// @param latest  when the newest of them was published; none when they have no dates
public record TermView(String text, String address, int notes, DateView latest) {}
