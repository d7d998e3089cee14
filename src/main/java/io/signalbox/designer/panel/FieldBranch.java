package io.signalbox.designer.panel;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// Makes its children when it is first looked into, a page at a time.
final class FieldBranch extends TreeItem<FieldLine> {
    private boolean made;

    FieldBranch(FieldLine line) {
        super(line);
    }

    @Override
    public boolean isLeaf() {
        return switch (getValue()) {
            case FieldLine.Entry entry -> !entry.hasParts();
            case FieldLine.More _ -> true;
        };
    }

    @Override
    public ObservableList<TreeItem<FieldLine>> getChildren() {
        if (!made) {
            made = true;
            if (getValue() instanceof FieldLine.Entry entry && entry.hasParts()) {
                super.getChildren().setAll(page(entry, 0));
            }
        }
        return super.getChildren();
    }

    /// The next page in place of the line that stood for it.
    void showMore(FieldLine.More more) {
        var children = getChildren();
        children.removeLast();
        children.addAll(page(more.of(), more.from()));
    }

    private static List<TreeItem<FieldLine>> page(FieldLine.Entry entry, int from) {
        int all = entry.count();
        int end = Math.min(all, from + FieldLine.PAGE);
        var page = new ArrayList<TreeItem<FieldLine>>();
        entry.parts(from, end).forEach(part -> page.add(new FieldBranch(part)));
        if (end < all) {
            page.add(new FieldBranch(new FieldLine.More(entry, end, all)));
        }
        return page;
    }
}
