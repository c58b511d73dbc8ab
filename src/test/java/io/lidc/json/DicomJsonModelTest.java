package io.lidc.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonModelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'0008006':{'vr':'CS'}}",
                "{'0008006a':{'vr':'CS'}}",
                "{'00080060':{'vr':'CS'},'00080018':{'vr':'UI'}}",
                "{'00080000':{'vr':'UL'}}",
                "{'00020010':{'vr':'UI'}}",
                "{'00080060':{}}",
                "{'00080060':{'vr':'XX'}}",
                "{'00080060':{'vr':'CS','length':2}}",
                "{'00080060':{'vr':'CS','Value':[]}}",
                "{'00080060':{'vr':'CS','Value':[null]}}",
                "{'00080060':{'vr':'CS','Value':['']}}",
                "{'00080060':{'vr':'CS','Value':['A\\\\B']}}",
                "{'00080060':{'vr':'CS','Value':[1]}}",
                "{'00080060':{'vr':'LT','Value':['A','B']}}",
                "{'00080060':{'vr':'US','Value':[65536]}}",
                "{'00080060':{'vr':'US','Value':['1']}}",
                "{'00080060':{'vr':'FD','Value':['one']}}",
                "{'00080060':{'vr':'AT','Value':['0018-0050']}}",
                "{'00080060':{'vr':'PN','Value':['A']}}",
                "{'00080060':{'vr':'PN','Value':[{}]}}",
                "{'00080060':{'vr':'PN','Value':[{'Latin':'A'}]}}",
                "{'00080060':{'vr':'SQ','Value':['A']}}",
                "{'00080060':{'vr':'OB','Value':['AA==']}}",
                "{'00080060':{'vr':'OB','InlineBinary':'?'}}",
                "{'00080060':{'vr':'CS','InlineBinary':'AA=='}}",
                "{'00080060':{'vr':'SQ','Value':[{'00080000':{'vr':'UL'}}]}}",
            })
    void refusesWhatTheModelForbids(String json) throws JsonProcessingException {
        assertThat(DicomJsonModel.violations(new ObjectMapper().readTree(json.replace('\'', '"'))))
                .isNotEmpty();
    }
}
